import { sha256 } from '@noble/hashes/sha2.js';

import { concat, type Bytes } from '../bytes/bytes.js';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Of a log entry: SHA256(0x00 || entry). Source: RFC 6962 section 2.1. */
export const leafHash = (entry: Uint8Array): Bytes => sha256(concat(LEAF, entry)) as Bytes;

/** Of two subtrees: SHA256(0x01 || left || right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Bytes =>
  sha256(concat(NODE, left, right)) as Bytes;

/** Root of a tree without entries. */
export const emptyRoot = (): Bytes => sha256(new Uint8Array()) as Bytes;

/** Largest power of two below `size`, for size >= 2: where RFC 6962 splits a tree. */
export const splitOf = (size: number): number => 2 ** (31 - Math.clz32(size - 1));
