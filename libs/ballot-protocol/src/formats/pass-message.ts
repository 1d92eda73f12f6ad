import { concat, sameBytes, utf8, type Bytes } from '../bytes/bytes.js';
import { slug } from '../bytes/scalars.js';
import { PassInvalid } from '../errors.js';

export const PREFIX_BYTES = 32;
const CREDENTIAL_BYTES = 32;

/** What a pass is for. `cred` is the raw Ed25519 public key. */
export interface PassSubject {
  readonly election: string;
  readonly style: string;
  readonly cred: Uint8Array;
}

/**
 * `pass_msg`, what the issuer signs blindly.
 *
 * @param prefix 32 random bytes of the voter: the preparation step of RFC 9474's Randomized variants
 * @throws FormatInvalid for a name that is not a slug
 */
export function passMessage(prefix: Uint8Array, { election, style, cred }: PassSubject): Bytes {
  if (prefix.length !== PREFIX_BYTES || cred.length !== CREDENTIAL_BYTES) throw new PassInvalid();
  const names = `pass/v1\n${slug(election, 'election')}\n${slug(style, 'style')}\n`;
  return concat(prefix, utf8(names), cred);
}

/** @throws PassInvalid for anything `passMessage` would not have written */
export function readPassMessage(bytes: Uint8Array): PassSubject & { readonly prefix: Uint8Array } {
  const prefix = bytes.slice(0, PREFIX_BYTES);
  const cred = bytes.slice(Math.max(PREFIX_BYTES, bytes.length - CREDENTIAL_BYTES));
  const names = new TextDecoder().decode(bytes.subarray(PREFIX_BYTES, -CREDENTIAL_BYTES)).split('\n');
  const [, election = '', style = ''] = names;
  try {
    if (sameBytes(passMessage(prefix, { election, style, cred }), bytes)) {
      return { prefix, election, style, cred };
    }
  } catch {
    // Falls through: a name out of form is refused like any other misfit.
  }
  throw new PassInvalid();
}
