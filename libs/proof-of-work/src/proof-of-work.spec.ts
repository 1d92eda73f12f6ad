import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { isSolved, MOST_BITS, solve } from './proof-of-work.js';

const zeroBits = (text: string): number =>
  [...createHash('sha256').update(text).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .indexOf('1');

describe('proof of work', () => {
  it('is solved by what has as many leading zero bits by another implementation, and by nothing less', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.integer({ min: 0, max: 12 }), (challenge, counter, bits) => {
        expect(isSolved(challenge, bits, counter)).toBe(zeroBits(`${challenge}.${counter}`) >= bits);
      }),
    );
  });

  it('is found, and is the first there is', () => {
    for (const bits of [0, 1, 7, 8, 9, 12]) {
      const found = solve('a challenge', bits);
      expect(zeroBits(`a challenge.${found}`)).toBeGreaterThanOrEqual(bits);
      for (let before = 0; before < found; before++)
        expect(isSolved('a challenge', bits, before)).toBe(false);
    }
  });

  it('is not solved for another challenge', () => {
    expect(isSolved('another', 16, solve('a challenge', 16))).toBe(false);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 60, Infinity])('takes no counter %s', (counter) => {
    expect(isSolved('a challenge', 0, counter)).toBe(false);
  });

  it.each([-1, 0.5, MOST_BITS + 1, Number.NaN])('asks for no %s bits', (bits) => {
    expect(() => isSolved('a challenge', bits, 0)).toThrow(RangeError);
  });
});
