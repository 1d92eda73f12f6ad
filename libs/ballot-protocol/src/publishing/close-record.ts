import { canonicalJson, type Json } from '@commonthread/kernel';

import { base64 } from '../bytes/base64.js';
import { hex, utf8, type Bytes } from '../bytes/bytes.js';
import { moment, sha256Hex, slug } from '../bytes/scalars.js';
import { exactly, shape, whole, type Shape } from '../bytes/shape.js';
import { sha256 } from '../formats/sha256.js';
import type { Checkpoint } from '../signing/checkpoint.js';

/** The log's last entry: what was there when voting closed. Hashes are lower-case hexadecimal. */
export interface CloseRecord {
  readonly format: 'commonthread-close/1';
  readonly election: string;
  /** By the urn's database clock. */
  readonly closedAt: string;
  readonly manifestSha256: string;
  /** Online ballots in the log, every revision. */
  readonly online: number;
  /** Passes that cast at least one of them. */
  readonly credentials: number;
  readonly paper: number;
  /** Checkpoints before the one that covers this record. */
  readonly checkpoints: number;
  readonly checkpointsSha256: string;
  /** Of the files as published. */
  readonly rollSummarySha256: string;
  readonly paperBatchesSha256: string;
}

/** @throws FormatInvalid */
export const readCloseRecord: Shape<CloseRecord> = shape<CloseRecord>({
  format: exactly('commonthread-close/1'),
  election: slug,
  closedAt: moment,
  manifestSha256: sha256Hex,
  online: whole(),
  credentials: whole(),
  paper: whole(),
  checkpoints: whole(),
  checkpointsSha256: sha256Hex,
  rollSummarySha256: sha256Hex,
  paperBatchesSha256: sha256Hex,
});

/** As published, without the newline. */
export const closeRecordText = (record: CloseRecord): string => canonicalJson(record as unknown as Json);

/** The log entry: SHA256 of the published text. */
export const closeRecordHash = (record: CloseRecord): Bytes => sha256(utf8(closeRecordText(record)));

/** SHA-256 over `size root newline` of each checkpoint, root in standard base64. */
export function checkpointsDigest(checkpoints: readonly Pick<Checkpoint, 'size' | 'root'>[]): string {
  return hex(sha256(utf8(checkpoints.map(({ size, root }) => `${size} ${base64(root)}\n`).join(''))));
}
