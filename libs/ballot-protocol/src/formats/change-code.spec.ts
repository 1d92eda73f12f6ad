import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ChangeCodeInvalid } from '../errors.js';
import { changeCode, seedFromChangeCode } from './change-code.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const seeds = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('change code', () => {
  it('is 28 characters in groups of four', () => {
    const code = changeCode(Uint8Array.from({ length: 16 }, (_, at) => at * 17));
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    // 00 11 22 .. FF in Crockford's base32
    expect(code.replaceAll(' ', '').slice(0, 26)).toBe('008J4CT4ANK7F24SNAXWSQFEZW');
  });

  it('gives back the seed, however it is typed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const code = changeCode(seed);
        expect(seedFromChangeCode(code)).toEqual(seed);
        expect(seedFromChangeCode(code.toLowerCase().replaceAll(' ', '-'))).toEqual(seed);
        expect(seedFromChangeCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(seed);
      }),
    );
  });

  it('finds every single wrong character', () => {
    const code = changeCode(crypto.getRandomValues(new Uint8Array(16))).replaceAll(' ', '');
    for (let at = 0; at < code.length; at++) {
      for (const wrong of ALPHABET) {
        if (wrong === code[at]) continue;
        expect(() => seedFromChangeCode(code.slice(0, at) + wrong + code.slice(at + 1))).toThrow(
          ChangeCodeInvalid,
        );
      }
    }
  });

  it('finds every exchange of two characters, side by side or apart', () => {
    fc.assert(
      fc.property(seeds, fc.nat(27), fc.nat(27), (seed, a, b) => {
        const characters = [...changeCode(seed).replaceAll(' ', '')];
        fc.pre(characters[a] !== characters[b]);
        [characters[a], characters[b]] = [characters[b]!, characters[a]!];
        expect(() => seedFromChangeCode(characters.join(''))).toThrow(ChangeCodeInvalid);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['', '0000', '0'.repeat(27), '0'.repeat(29), 'U'.repeat(28), '!'.repeat(28)])(
    'refuses %j',
    (typed) => {
      expect(() => seedFromChangeCode(typed)).toThrow(ChangeCodeInvalid);
    },
  );
});
