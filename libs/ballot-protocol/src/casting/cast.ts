import { base64url } from '../bytes/base64.js';
import { bytesOf } from '../bytes/scalars.js';
import { shape, sparseShape, type Shape } from '../bytes/shape.js';
import { PREFIX_BYTES } from '../formats/pass-message.js';
import {
  commitmentOf,
  readBody,
  readHeader,
  type BallotBody,
  type BallotHeader,
  type Choice,
} from '../formats/ballot.js';
import type { Credential } from '../formats/credential.js';
import { FormatInvalid } from '../errors.js';
import { PASS_SIGNATURE_BYTES, type Pass } from '../signing/pass-key.js';

/** A pass as JSON: base64url. */
export interface PassText {
  readonly prefix: string;
  readonly signature: string;
}

/** What a browser sends to the urn, and all of it. */
export interface Cast {
  readonly header: BallotHeader;
  readonly body: BallotBody;
  readonly credSig: string;
  /** Needed once; the urn keeps it, so a change from the change code alone leaves it out. */
  readonly pass?: PassText;
}

const passShape = shape<PassText>({
  prefix: bytesOf(PREFIX_BYTES),
  signature: bytesOf(PASS_SIGNATURE_BYTES),
});
const castShape: Shape<Partial<Cast>> = sparseShape<Partial<Cast>>({
  header: readHeader,
  body: readBody,
  credSig: bytesOf(64),
  pass: passShape,
});

/** @throws FormatInvalid naming the field; any field more is refused */
export function readCast(value: unknown): Cast {
  const { header, body, credSig, pass } = castShape(value, 'cast');
  if (!header || !body || credSig === undefined) throw new FormatInvalid('cast');
  return pass ? { header, body, credSig, pass } : { header, body, credSig };
}

/** What the voter decides. `rev` is 1 for the first ballot and one more for each change. */
export interface Vote {
  readonly election: string;
  readonly style: string;
  readonly rev: number;
  readonly choices: readonly Choice[];
}

/**
 * Signs a ballot on the voter's device. Store the result before sending it: sending the same bytes again is safe,
 * a new salt under the same revision is refused.
 */
export function makeCast(credential: Credential, { election, style, rev, choices }: Vote, pass?: Pass): Cast {
  const cred = base64url(credential.publicKey);
  const header = readHeader({ v: 1, election, style, cred, rev }, 'header');
  const body = { choices, salt: base64url(crypto.getRandomValues(new Uint8Array(16))) };
  const credSig = base64url(credential.signBallot(commitmentOf(header, body)));
  if (!pass) return { header, body, credSig };
  const passText = { prefix: base64url(pass.prefix), signature: base64url(pass.signature) };
  return { header, body, credSig, pass: passText };
}
