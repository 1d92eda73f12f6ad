import { sha256 } from '@noble/hashes/sha2.js';

import { concat, type Bytes } from '../bytes/bytes.js';

const LEAF = Uint8Array.of(0);
/** 0x01, left, right: one buffer for every node, because a log of 250,000 ballots hashes as many. */
const node = Uint8Array.from({ length: 65 }, (_, at) => (at === 0 ? 1 : 0));

/** One hasher, set back before each use: a third cheaper than a new one each time. */
const fresh = sha256.create();
const hasher = sha256.create();

function hashOf(bytes: Uint8Array): Bytes {
  const hash = new Uint8Array(32);
  fresh._cloneInto(hasher).update(bytes).digestInto(hash);
  return hash;
}

/** Of a log entry: SHA256(0x00 || entry). Source: RFC 6962 section 2.1. */
export const leafHash = (entry: Uint8Array): Bytes => hashOf(concat(LEAF, entry));

/** Of two subtrees: SHA256(0x01 || left || right), 32 bytes each. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Bytes {
  if (left.length !== 32 || right.length !== 32) throw new RangeError('a hash has 32 bytes');
  node.set(left, 1);
  node.set(right, 33);
  return hashOf(node);
}

/** Root of a tree without entries. */
export const emptyRoot = (): Bytes => sha256(new Uint8Array()) as Bytes;

/** Largest power of two below `size`, for size >= 2: where RFC 6962 splits a tree. */
export const splitOf = (size: number): number => 2 ** (31 - Math.clz32(size - 1));
