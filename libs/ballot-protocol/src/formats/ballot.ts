import { canonicalJson } from '@commonthread/kernel';

import { bytesOf, line, slug } from '../bytes/scalars.js';
import { exactly, listOf, shape, whole, type Shape } from '../bytes/shape.js';
import { concat, utf8, type Bytes } from '../bytes/bytes.js';
import { FormatInvalid } from '../errors.js';
import { sha256 } from './sha256.js';

/** Most revisions of one ballot. */
export const MOST_REVISIONS = 20;
const MOST_CHOICES = 1000;

/** Public part of a ballot: which election, whose pass key, the how-manieth version. */
export interface BallotHeader {
  readonly v: 1;
  readonly election: string;
  readonly style: string;
  /** base64url of 32 bytes: an Ed25519 key, or for paper the hash of batch and serial. */
  readonly cred: string;
  /** From 1; the highest counts. */
  readonly rev: number;
}

/** A project id; on papers with points a pair of id and points. */
export type Choice = string | readonly [projectId: string, points: number];

/** Secret until the election is published. */
export interface BallotBody {
  readonly choices: readonly Choice[];
  /** base64url of 16 random bytes: without it equal choices would have equal hashes. */
  readonly salt: string;
}

const projectId = line(64);
const choice: Shape<Choice> = (value, at) => {
  if (!Array.isArray(value)) return projectId(value, at);
  if (value.length !== 2) throw new FormatInvalid(at);
  return [projectId(value[0], at), whole(0, 2 ** 31 - 1)(value[1], at)];
};

/** @throws FormatInvalid naming the field; unknown fields are refused */
export const readHeader: Shape<BallotHeader> = shape<BallotHeader>({
  v: exactly(1),
  election: slug,
  style: slug,
  cred: bytesOf(32),
  rev: whole(1, MOST_REVISIONS),
});

/** @throws FormatInvalid naming the field; unknown fields, so also costs, are refused */
export const readBody: Shape<BallotBody> = shape<BallotBody>({
  choices: listOf(choice, MOST_CHOICES),
  salt: bytesOf(16),
});

/** The bytes of a header or body that are hashed. */
export const headerBytes = ({ v, election, style, cred, rev }: BallotHeader): Bytes =>
  utf8(canonicalJson({ v, election, style, cred, rev }));

export const bodyBytes = ({ choices, salt }: BallotBody): Bytes => utf8(canonicalJson({ choices, salt }));

/** SHA256( SHA256(header) || SHA256(body) ): what is signed, logged and receipted; says nothing about the choices. */
export function commitmentOf(header: BallotHeader, body: BallotBody): Bytes {
  return commitmentFrom(header, sha256(bodyBytes(body)));
}

/** The same when only the body's hash is known, as for published superseded ballots. */
export function commitmentFrom(header: BallotHeader, bodySha256: Uint8Array): Bytes {
  return sha256(concat(sha256(headerBytes(header)), bodySha256));
}
