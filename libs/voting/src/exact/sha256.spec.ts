import { createHash } from 'node:crypto';

import { expect, it } from '@jest/globals';

import { sha256Hex } from './sha256.js';

/** FIPS 180-4 example digests. */
it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('hashes %j to its published digest', (text, digest) => expect(sha256Hex(text)).toBe(digest));

it('agrees with another implementation at every length around the block size and on any script', () => {
  for (const text of [...Array.from({ length: 130 }, (_, n) => 'x'.repeat(n)), 'Łódź 🌳 Ўзбек']) {
    expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  }
});
