import { sameBytes } from '../bytes/bytes.js';
import { nodeHash } from './hashing.js';

const MOST_LEAVES = 2 ** 30;

/** A claim that a leaf stands at a place in the tree with this root. */
export interface InclusionClaim {
  /** As `leafHash` gives it. */
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Source: RFC 9162 section 2.1.3.2, which reads RFC 6962's audit paths. */
export function verifyInclusion({ leaf, index, size, root, proof }: InclusionClaim): boolean {
  if (!isSize(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  if (leaf.length !== 32 || proof.some((hash) => hash.length !== 32)) return false;
  let [place, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [place >> 1, last >> 1];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [place, last] = [place >> 1, last >> 1];
  }
  return last === 0 && sameBytes(hash, root);
}

/** A claim that the tree of `oldSize` and `oldRoot` is the beginning of the tree of `size` and `root`. */
export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Source: RFC 9162 section 2.1.4.2. Nothing can be claimed about the empty tree. */
export function verifyConsistency({ oldSize, oldRoot, size, root, proof }: ConsistencyClaim): boolean {
  if (!isSize(oldSize) || !isSize(size) || oldSize === 0 || oldSize > size) return false;
  if (proof.some((hash) => hash.length !== 32)) return false;
  if (oldSize === size) return proof.length === 0 && sameBytes(oldRoot, root);
  const isWhole = (oldSize & (oldSize - 1)) === 0;
  const [first, ...rest] = isWhole ? [oldRoot, ...proof] : proof;
  if (!first || first.length !== 32) return false;
  let [place, last, before, after] = [oldSize - 1, size - 1, first, first];
  while (place % 2 === 1) [place, last] = [place >> 1, last >> 1];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
      while (place % 2 === 0 && place !== 0) [place, last] = [place >> 1, last >> 1];
    } else {
      after = nodeHash(after, sibling);
    }
    [place, last] = [place >> 1, last >> 1];
  }
  return last === 0 && sameBytes(before, oldRoot) && sameBytes(after, root);
}

const isSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0 && size <= MOST_LEAVES;
