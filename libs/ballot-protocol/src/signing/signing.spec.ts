import { generateKeyPairSync } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { base64url, fromBase64 } from '../bytes/base64.js';
import { FormatInvalid, LogEvidenceInvalid, SplitView } from '../errors.js';
import { MerkleTree } from '../tree/merkle-tree.js';
import { openCheckpoint, requireConsistent, requireIncluded, signCheckpoint } from './checkpoint.js';
import { ed25519Signer, verifyEd25519 } from './ed25519.js';
import { passKeyFrom } from './pass-key.js';
import { readReceipt, signReceipt, verifyReceipt } from './receipt.js';
import { openNote, signNote, verifierKey } from './signed-note.js';

const unhex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const log = await ed25519Signer(new Uint8Array(32).fill(5));
const origin = 'votes.example/round-1';

describe('Ed25519', () => {
  it('signs as RFC 8032 section 7.1, test 2', async () => {
    const signer = await ed25519Signer(
      unhex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
    );
    const signature = await signer.sign(Uint8Array.of(0x72));
    expect(Buffer.from(signer.publicKey).toString('hex')).toBe(
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    );
    expect(Buffer.from(signature).toString('hex')).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
    expect(await verifyEd25519(signer.publicKey, Uint8Array.of(0x72), signature)).toBe(true);
    expect(await verifyEd25519(signer.publicKey, Uint8Array.of(0x73), signature)).toBe(false);
    expect(await verifyEd25519(signer.publicKey.slice(1), Uint8Array.of(0x72), signature)).toBe(false);
  });
});

describe('receipt', () => {
  const commitment = new Uint8Array(32).fill(9);

  it('is the same bytes every time and holds under the log key alone', async () => {
    const receipt = await signReceipt(log, 'round-1', commitment);
    expect(await signReceipt(log, 'round-1', commitment)).toEqual(receipt);
    expect(readReceipt(JSON.parse(JSON.stringify(receipt)), 'receipt')).toEqual(receipt);
    expect(await verifyReceipt(log.publicKey, receipt)).toBe(true);
    const other = await ed25519Signer(new Uint8Array(32).fill(6));
    expect(await verifyReceipt(other.publicKey, receipt)).toBe(false);
    expect(await verifyReceipt(log.publicKey, { ...receipt, election: 'round-2' })).toBe(false);
    const elsewhere = { ...receipt, commitment: base64url(new Uint8Array(32)) };
    expect(await verifyReceipt(log.publicKey, elsewhere)).toBe(false);
  });
});

describe('signed note', () => {
  it('opens the published example', async () => {
    // The documentation of golang.org/x/mod/sumdb/note.
    const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    const publicKey = fromBase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').slice(1);
    const text =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const signature =
      'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=';
    expect(verifierKey('PeterNeumann', publicKey)).toBe(key);
    expect(await openNote(`${text}\n— PeterNeumann ${signature}\n`, 'PeterNeumann', publicKey)).toBe(text);
  });

  it('opens under its name and key, and not with any character changed', async () => {
    const note = await signNote('hello\nworld\n', 'key.example', log);
    expect(note).toMatch(/^hello\nworld\n\n— key\.example [A-Za-z0-9+/]{90,92}={0,2}\n$/);
    expect(await openNote(note, 'key.example', log.publicKey)).toBe('hello\nworld\n');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(note.length - 1),
        fc.constantFrom('x', '\n', ' ', '=', 'B', '—'),
        async (at, put) => {
          fc.pre(note[at] !== put);
          const changed = note.slice(0, at) + put + note.slice(at + 1);
          await expect(openNote(changed, 'key.example', log.publicKey)).rejects.toThrow();
        },
      ),
      { numRuns: 500 },
    );
    await expect(openNote(note, 'other.example', log.publicKey)).rejects.toThrow(FormatInvalid);
  });
});

describe('checkpoint', () => {
  const tree = new MerkleTree();
  for (let at = 0; at < 9; at++) tree.append(Uint8Array.of(at));
  const at = (size: number) => ({ origin, size, root: tree.root(size) });

  it('is a note of origin, size and root', async () => {
    const note = await signCheckpoint(at(7), log);
    const root = Buffer.from(tree.root(7)).toString('base64');
    expect(note.startsWith(`${origin}\n7\n${root}\n\n— ${origin} `)).toBe(true);
    expect(await openCheckpoint(note, origin, log.publicKey)).toEqual(at(7));
  });

  it('is refused under another key, with another origin, or with a size not written plainly', async () => {
    const other = await ed25519Signer(new Uint8Array(32).fill(6));
    const note = await signCheckpoint(at(7), other);
    await expect(openCheckpoint(note, origin, log.publicKey)).rejects.toThrow(LogEvidenceInvalid);
    await expect(openCheckpoint(note, 'else.example', other.publicKey)).rejects.toThrow(FormatInvalid);
    const root = Buffer.from(tree.root(7)).toString('base64');
    for (const size of ['07', '-1', '7.0', '1e3', '']) {
      const odd = await signNote(`${origin}\n${size}\n${root}\n`, origin, log);
      await expect(openCheckpoint(odd, origin, log.publicKey)).rejects.toThrow(FormatInvalid);
    }
  });

  it('must grow from the one before', () => {
    expect(() => requireConsistent(at(4), at(9), tree.consistencyProof(4, 9))).not.toThrow();
    expect(() => requireConsistent(at(4), at(4), [])).not.toThrow();
    expect(() => requireConsistent(at(4), { ...at(4), root: tree.root(5) }, [])).toThrow(SplitView);
    expect(() => requireConsistent(at(9), at(4), [])).toThrow(LogEvidenceInvalid);
    expect(() => requireConsistent(at(4), at(9), tree.consistencyProof(5, 9))).toThrow(LogEvidenceInvalid);
  });
});

describe('a place in the log', () => {
  const tree = new MerkleTree();
  for (let at = 0; at < 9; at++) tree.append(Uint8Array.of(at));
  const checkpoint = { origin, size: 9, root: tree.root() };

  it('is borne out by its proof and by no other', () => {
    const proof = tree.inclusionProof(5);
    expect(() => requireIncluded(checkpoint, Uint8Array.of(5), { index: 5, proof })).not.toThrow();
    for (const [entry, index] of [
      [6, 5],
      [5, 6],
    ] as const) {
      expect(() => requireIncluded(checkpoint, Uint8Array.of(entry), { index, proof })).toThrow(
        LogEvidenceInvalid,
      );
    }
  });
});

describe('pass key', () => {
  it.each([
    [2048, 65537],
    [3072, 3],
    [4096, 65537],
  ])('refuses RSA-%i with exponent %i', async (modulusLength, publicExponent) => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength, publicExponent });
    const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
    await expect(passKeyFrom(spki)).rejects.toThrow(FormatInvalid);
  });

  it('refuses bytes that are no key', async () => {
    await expect(passKeyFrom('AAAA')).rejects.toThrow(FormatInvalid);
  });
});
