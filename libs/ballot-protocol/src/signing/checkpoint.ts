import { base64, fromBase64 } from '../bytes/base64.js';
import { sameBytes, type Bytes } from '../bytes/bytes.js';
import { FormatInvalid, LogEvidenceInvalid, SplitView } from '../errors.js';
import { originName } from '../formats/manifest.js';
import { leafHash } from '../tree/hashing.js';
import { verifyConsistency, verifyInclusion } from '../tree/verify-proof.js';
import type { Signer } from './ed25519.js';
import { openNote, signNote } from './signed-note.js';

/** State of the log at one moment. Source: C2SP tlog-checkpoint. */
export interface Checkpoint {
  /** Name of the log, such as `votes.example/round-1`; also the name its key signs under. */
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Bytes;
}

/** @returns the signed note: origin, size, root, an empty line, the signature */
export function signCheckpoint({ origin, size, root }: Checkpoint, log: Signer): Promise<string> {
  originName(origin, 'origin');
  return signNote(`${origin}\n${size}\n${base64(root)}\n`, origin, log);
}

/**
 * @param logKey Ed25519 public key from the manifest
 * @throws FormatInvalid | LogEvidenceInvalid
 */
export async function openCheckpoint(note: string, origin: string, logKey: Uint8Array): Promise<Checkpoint> {
  const text = await openNote(note, origin, logKey);
  const [name, size = '', root = '', ...rest] = text.split('\n');
  const read = { origin, size: Number(size), root: fromBase64(root, 'checkpoint.root') };
  if (name !== origin || rest.length !== 1 || rest[0] !== '') throw new FormatInvalid('checkpoint');
  if (String(read.size) !== size || !Number.isSafeInteger(read.size) || read.size < 0) {
    throw new FormatInvalid('checkpoint.size');
  }
  if (read.root.length !== 32) throw new FormatInvalid('checkpoint.root');
  return read;
}

/**
 * What a browser or witness asks of a newer checkpoint before it forgets the older one.
 *
 * @throws SplitView for two roots of one size
 * @throws LogEvidenceInvalid when the newer is smaller, of another log, or the proof does not hold
 */
export function requireConsistent(older: Checkpoint, newer: Checkpoint, proof: readonly Uint8Array[]): void {
  if (older.origin !== newer.origin) throw new LogEvidenceInvalid('consistency');
  if (older.size === newer.size && !sameBytes(older.root, newer.root)) throw new SplitView(older.size);
  const holds = verifyConsistency({
    oldSize: older.size,
    oldRoot: older.root,
    size: newer.size,
    root: newer.root,
    proof,
  });
  if (!holds) throw new LogEvidenceInvalid('consistency');
}

/** An entry's place in the log, as a browser gets it. */
export interface LogPlace {
  readonly index: number;
  readonly proof: readonly Uint8Array[];
}

/**
 * That an entry (a ballot's commitment; the manifest's hash at index 0) stands in the log of this checkpoint.
 *
 * @throws LogEvidenceInvalid
 */
export function requireIncluded(
  { size, root }: Checkpoint,
  entry: Uint8Array,
  { index, proof }: LogPlace,
): void {
  if (!verifyInclusion({ leaf: leafHash(entry), index, size, root, proof })) {
    throw new LogEvidenceInvalid('inclusion');
  }
}
