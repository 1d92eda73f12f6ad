import type { Bytes } from '../bytes/bytes.js';
import { emptyRoot, leafHash, nodeHash, splitOf } from './hashing.js';

const HASH_BYTES = 32;
const MOST_LEAVES = 2 ** 30;

/**
 * RFC 6962 tree that grows: keeps every complete subtree's hash (about 64 bytes a leaf), so roots and proofs of any
 * earlier size cost O(log n) hashes.
 */
export class MerkleTree {
  /** `rows[k]` holds, one after another, the hashes of complete subtrees of 2^k leaves. */
  private readonly rows: HashRow[] = [];

  get size(): number {
    return this.rows[0]?.count ?? 0;
  }

  /** @returns the index of the new leaf */
  append(entry: Uint8Array): number {
    return this.appendHash(leafHash(entry));
  }

  /** For entries whose leaf hash is known. */
  appendHash(hash: Uint8Array): number {
    const index = this.size;
    if (index >= MOST_LEAVES) throw new RangeError('the log is full');
    this.row(0).push(hash);
    for (let height = 0, left = index; left % 2 === 1; height++, left = (left - 1) / 2) {
      const row = this.row(height);
      this.row(height + 1).push(nodeHash(row.at(left - 1), row.at(left)));
    }
    return index;
  }

  /** @param size of an earlier state; by default now */
  root(size = this.size): Bytes {
    this.mustHave(size);
    return size === 0 ? emptyRoot() : this.subtree(0, size);
  }

  leaf(index: number): Bytes {
    this.mustHave(index + 1);
    return this.row(0).at(index).slice();
  }

  /** Audit path from the leaf up. Source: RFC 6962 section 2.1.1. */
  inclusionProof(index: number, size = this.size): Bytes[] {
    this.mustHave(size);
    if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError('no such leaf');
    const path: Bytes[] = [];
    let [start, end] = [0, size];
    while (end - start > 1) {
      const middle = start + splitOf(end - start);
      if (index < middle) {
        path.unshift(this.subtree(middle, end));
        end = middle;
      } else {
        path.unshift(this.subtree(start, middle));
        start = middle;
      }
    }
    return path;
  }

  /** That the tree of `oldSize` is a prefix of the tree of `size`. Source: RFC 6962 section 2.1.2. */
  consistencyProof(oldSize: number, size = this.size): Bytes[] {
    this.mustHave(size);
    if (!Number.isSafeInteger(oldSize) || oldSize < 0 || oldSize > size) throw new RangeError('no such size');
    if (oldSize === 0 || oldSize === size) return [];
    const proof: Bytes[] = [];
    let [start, end, wholeSoFar] = [0, size, true];
    while (oldSize !== end) {
      const middle = start + splitOf(end - start);
      if (oldSize <= middle) {
        proof.unshift(this.subtree(middle, end));
        end = middle;
      } else {
        proof.unshift(this.subtree(start, middle));
        start = middle;
        wholeSoFar = false;
      }
    }
    if (!wholeSoFar) proof.unshift(this.subtree(start, end));
    return proof;
  }

  /** Hash over leaves start..end-1; `start` is a multiple of the largest power of two in the length's tree. */
  private subtree(start: number, end: number): Bytes {
    const leaves = end - start;
    const height = 31 - Math.clz32(leaves);
    if (leaves === 2 ** height)
      return this.row(height)
        .at(start / leaves)
        .slice();
    const middle = start + splitOf(leaves);
    return nodeHash(this.subtree(start, middle), this.subtree(middle, end));
  }

  private row(height: number): HashRow {
    return (this.rows[height] ??= new HashRow());
  }

  private mustHave(size: number): void {
    if (!Number.isSafeInteger(size) || size < 0 || size > this.size) throw new RangeError('no such size');
  }
}

/** Hashes side by side in one growing buffer. */
class HashRow {
  count = 0;
  private bytes = new Uint8Array(HASH_BYTES * 64);

  push(hash: Uint8Array): void {
    if (hash.length !== HASH_BYTES) throw new RangeError('a hash has 32 bytes');
    const at = this.count * HASH_BYTES;
    if (at === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes.set(hash, at);
    this.count++;
  }

  /** A view, not a copy. */
  at(index: number): Bytes {
    return this.bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }
}
