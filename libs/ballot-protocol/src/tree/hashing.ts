import { concat, type Bytes } from '../bytes/bytes.js';
import { sha256 } from '../formats/sha256.js';

const LEAF = Uint8Array.of(0);
/** 0x01, left, right: one buffer for every node, because a log of 250,000 ballots hashes as many. */
const node = Uint8Array.from({ length: 65 }, (_, at) => (at === 0 ? 1 : 0));

/** Of a log entry: SHA256(0x00 || entry). Source: RFC 6962 section 2.1. */
export const leafHash = (entry: Uint8Array): Bytes => sha256(concat(LEAF, entry));

/** Of two subtrees: SHA256(0x01 || left || right), 32 bytes each. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Bytes {
  if (left.length !== 32 || right.length !== 32) throw new RangeError('a hash has 32 bytes');
  node.set(left, 1);
  node.set(right, 33);
  return sha256(node);
}

/** Root of a tree without entries. */
export const emptyRoot = (): Bytes => sha256(new Uint8Array());

/** Largest power of two below `size`, for size >= 2: where RFC 6962 splits a tree. */
export const splitOf = (size: number): number => 2 ** (31 - Math.clz32(size - 1));
