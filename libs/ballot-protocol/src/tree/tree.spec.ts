import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { leafHash } from './hashing.js';
import { MerkleTree } from './merkle-tree.js';
import { verifyConsistency, verifyInclusion } from './verify-proof.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const unhex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

/** The eight entries and roots that Certificate Transparency's own tests use for RFC 6962. */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const grown = (size: number) => {
  const tree = new MerkleTree();
  for (let at = 0; at < size; at++) tree.append(Uint8Array.of(at & 255, at >> 8));
  return tree;
};

/** The definition of RFC 6962 section 2.1, word for word. */
function rootByDefinition(entries: readonly Uint8Array[]): Buffer {
  const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (entries.length === 0) return sha256();
  if (entries.length === 1) return sha256(Uint8Array.of(0), entries[0]!);
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha256(
    Uint8Array.of(1),
    rootByDefinition(entries.slice(0, split)),
    rootByDefinition(entries.slice(split)),
  );
}

describe('Merkle tree', () => {
  it('has the roots of the published example at every size', () => {
    const tree = new MerkleTree();
    expect(hex(tree.root())).toBe(ROOTS[0]);
    ENTRIES.forEach((entry, at) => {
      tree.append(unhex(entry));
      expect(hex(tree.root())).toBe(ROOTS[at + 1]);
    });
    ROOTS.forEach((root, size) => expect(hex(tree.root(size))).toBe(root));
  });

  it('has the published audit paths and consistency proofs', () => {
    const tree = new MerkleTree();
    ENTRIES.forEach((entry) => tree.append(unhex(entry)));
    expect(tree.inclusionProof(0, 8).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(tree.consistencyProof(6, 8).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('agrees with the definition at every size up to 70', () => {
    const entries = Array.from({ length: 70 }, (_, at) => Uint8Array.of(at));
    const tree = new MerkleTree();
    entries.forEach((entry, at) => {
      tree.append(entry);
      expect(hex(tree.root())).toBe(hex(rootByDefinition(entries.slice(0, at + 1))));
    });
  });

  it('proves every leaf and every earlier size', () => {
    const tree = grown(40);
    for (let size = 1; size <= 40; size++) {
      const root = tree.root(size);
      for (let index = 0; index < size; index++) {
        const proof = tree.inclusionProof(index, size);
        expect(verifyInclusion({ leaf: tree.leaf(index), index, size, root, proof })).toBe(true);
      }
      for (let oldSize = 1; oldSize <= size; oldSize++) {
        const proof = tree.consistencyProof(oldSize, size);
        expect(verifyConsistency({ oldSize, oldRoot: tree.root(oldSize), size, root, proof })).toBe(true);
      }
    }
  });

  it('refuses an inclusion claim with any byte, place or length changed', () => {
    const tree = grown(300);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (size, pick, byte, flip) => {
          const index = pick % size;
          const leaf = tree.leaf(index);
          const root = tree.root(size);
          const proof = tree.inclusionProof(index, size);
          const parts = [leaf, root, ...proof];
          const target = parts[byte % parts.length]!;
          target[byte % 32]! ^= flip;
          expect(verifyInclusion({ leaf, index, size, root, proof })).toBe(false);
          target[byte % 32]! ^= flip;
          const claim = { leaf, index, size, root, proof };
          expect(verifyInclusion({ ...claim, index: (index + 1 + (byte % size)) % (size + 1) })).toBe(
            (index + 1 + (byte % size)) % (size + 1) === index,
          );
          expect(verifyInclusion({ ...claim, proof: [...proof, leaf] })).toBe(false);
          if (proof.length > 0) expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false);
          expect(verifyInclusion({ ...claim, leaf: leafHash(leaf) })).toBe(false);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('refuses a consistency claim with any byte or length changed', () => {
    const tree = grown(300);
    const sizes = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(sizes, fc.nat(), fc.integer({ min: 1, max: 255 }), ([a, b], byte, flip) => {
        const [oldSize, size] = [Math.min(a, b), Math.max(a, b)];
        const [oldRoot, root] = [tree.root(oldSize), tree.root(size)];
        const proof = tree.consistencyProof(oldSize, size);
        const claim = { oldSize, oldRoot, size, root, proof };
        const parts = [oldRoot, root, ...proof];
        const target = parts[byte % parts.length]!;
        target[byte % 32]! ^= flip;
        expect(verifyConsistency(claim)).toBe(false);
        target[byte % 32]! ^= flip;
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, proof: [...proof, root] })).toBe(false);
        if (proof.length > 0) expect(verifyConsistency({ ...claim, proof: proof.slice(0, -1) })).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it('claims nothing about the empty tree, a shrinking one, or a negative leaf', () => {
    const [root, none] = [grown(3).root(), [] as Uint8Array[]];
    expect(verifyConsistency({ oldSize: 0, oldRoot: grown(0).root(), size: 3, root, proof: none })).toBe(
      false,
    );
    expect(
      verifyConsistency({ oldSize: 3, oldRoot: root, size: 2, root: grown(2).root(), proof: none }),
    ).toBe(false);
    for (const index of [-1, 0.5, NaN, 3]) {
      expect(verifyInclusion({ leaf: root, index, size: 3, root, proof: none })).toBe(false);
    }
    expect(() => grown(3).inclusionProof(3)).toThrow(RangeError);
    expect(() => grown(3).root(4)).toThrow(RangeError);
  });
});
