import { RSABSSA } from '@cloudflare/blindrsa-ts';

import { base64url, fromBase64url } from '../bytes/base64.js';
import { bytesOf, bytesUpTo, slug } from '../bytes/scalars.js';
import { shape, type Shape } from '../bytes/shape.js';
import { PassTagged } from '../errors.js';
import { PREFIX_BYTES, passMessage, type PassSubject } from '../formats/pass-message.js';
import { PASS_SIGNATURE_BYTES, importPassKey, type Pass } from '../signing/pass-key.js';

/** Everything between asking for a pass and getting it. Store it before sending `blinded`; it is secret. Plain JSON. */
export interface PendingPass {
  readonly election: string;
  readonly style: string;
  readonly issuerKey: string;
  readonly cred: string;
  readonly prefix: string;
  /** What the issuer gets, 384 bytes. */
  readonly blinded: string;
  /** Undoes the blinding, 384 bytes. */
  readonly inverse: string;
}

/** Reads a stored pending pass. @throws FormatInvalid */
export const readPendingPass: Shape<PendingPass> = shape<PendingPass>({
  election: slug,
  style: slug,
  issuerKey: bytesUpTo(1024),
  cred: bytesOf(32),
  prefix: bytesOf(PREFIX_BYTES),
  blinded: bytesOf(PASS_SIGNATURE_BYTES),
  inverse: bytesOf(PASS_SIGNATURE_BYTES),
});

const suite = RSABSSA.SHA384.PSS.Randomized();

/**
 * Blinds a new pass message. Source: RFC 9474, RSABSSA-SHA384-PSS-Randomized; the random prefix is its preparation.
 *
 * @param issuerKey from the manifest
 * @throws FormatInvalid for a key that is not RSA-3072
 */
export async function beginPass(issuerKey: string, subject: PassSubject): Promise<PendingPass> {
  const key = await importPassKey(issuerKey);
  const prefix = crypto.getRandomValues(new Uint8Array(PREFIX_BYTES));
  const { blindedMsg, inv } = await suite.blind(key, passMessage(prefix, subject));
  return {
    election: subject.election,
    style: subject.style,
    issuerKey,
    cred: base64url(subject.cred),
    prefix: base64url(prefix),
    blinded: base64url(blindedMsg),
    inverse: base64url(inv),
  };
}

/**
 * Unblinds the issuer's answer and checks it under the key of the manifest, so that a key made for one person
 * cannot mark that person's pass.
 *
 * @param issuerKey from the manifest, again: the pending pass must have been made for it
 * @throws PassTagged when the answer does not verify: stop, tell the voter, keep the evidence
 */
export async function finishPass(
  pending: PendingPass,
  blindSignature: Uint8Array,
  issuerKey: string,
): Promise<Pass> {
  if (pending.issuerKey !== issuerKey) throw new PassTagged();
  const { election, style } = pending;
  const prefix = fromBase64url(pending.prefix, PREFIX_BYTES, 'prefix');
  const message = passMessage(prefix, { election, style, cred: fromBase64url(pending.cred, 32, 'cred') });
  const inverse = fromBase64url(pending.inverse, PASS_SIGNATURE_BYTES, 'inverse');
  const key = await importPassKey(issuerKey);
  const signature = await suite.finalize(key, message, blindSignature, inverse).catch(() => {
    throw new PassTagged();
  });
  return { prefix, signature };
}
