import { canonicalJson, type Json } from '@commonthread/kernel';

import { bytesOf, slug } from '../bytes/scalars.js';
import { exactly, shape, whole, type Shape } from '../bytes/shape.js';
import { FormatInvalid } from '../errors.js';
import { readBody, readHeader, type BallotBody, type BallotHeader } from '../formats/ballot.js';
import { sheetSerial } from '../formats/paper-credential.js';
import { PREFIX_BYTES } from '../formats/pass-message.js';
import { PASS_SIGNATURE_BYTES } from '../signing/pass-key.js';

interface OnlineFields {
  /** Index in the log; line n of the file is leaf n, because leaf 0 is the manifest. */
  readonly leaf: number;
  readonly source: 'online';
  readonly header: BallotHeader;
  readonly credSig: string;
  readonly passPrefix: string;
  readonly passSig: string;
}

/** The last revision of an online ballot. */
export interface CountedLine extends OnlineFields {
  readonly body: BallotBody;
}

/** An earlier revision: what it chose stays unknown. */
export interface SupersededLine extends OnlineFields {
  /** base64url of 32 bytes. */
  readonly bodySha256: string;
}

/** A sheet of paper. */
export interface PaperLine {
  readonly leaf: number;
  readonly source: 'paper';
  readonly header: BallotHeader;
  readonly body: BallotBody;
  readonly batch: string;
  readonly serial: string;
}

/** One line of `ballots.ndjson`. */
export type BallotLine = CountedLine | SupersededLine | PaperLine;

const leaf = whole(1, 2 ** 30);
const online = {
  leaf,
  source: exactly('online'),
  header: readHeader,
  credSig: bytesOf(64),
  passPrefix: bytesOf(PREFIX_BYTES),
  passSig: bytesOf(PASS_SIGNATURE_BYTES),
} as const;
const countedShape = shape<CountedLine>({ ...online, body: readBody });
const supersededShape = shape<SupersededLine>({ ...online, bodySha256: bytesOf(32) });
const paperShape = shape<PaperLine>({
  leaf,
  source: exactly('paper'),
  header: readHeader,
  body: readBody,
  batch: slug,
  serial: sheetSerial,
});

/** @throws FormatInvalid */
export const readBallotLine: Shape<BallotLine> = (value, at) => {
  if (typeof value !== 'object' || value === null) throw new FormatInvalid(at);
  if ('source' in value && value.source === 'paper') return paperShape(value, at);
  return 'bodySha256' in value ? supersededShape(value, at) : countedShape(value, at);
};

/** As published, without the newline. */
export const ballotLineText = (line: BallotLine): string => canonicalJson(line as unknown as Json);
