import { describe, expect, it } from '@jest/globals';

import { SeedUnreadable } from '../errors.js';
import { Chance } from './chance.js';

const SEED = Array.from({ length: 32 }, (_, i) => i.toString(16).padStart(2, '0')).join('');

describe('Chance', () => {
  it('gives the words that HMAC-SHA256 of another language gives', () => {
    const chance = new Chance(SEED, 'test');
    expect(Array.from({ length: 10 }, () => chance.below(1000))).toEqual([
      491, 743, 513, 179, 968, 175, 493, 686, 420, 287,
    ]);
  });

  it('is another stream under another label, and the same in capitals', () => {
    const draw = (seed: string, label: string) => new Chance(seed, label).below(2 ** 40);
    expect(draw(SEED, 'test')).not.toBe(draw(SEED, 'mix'));
    expect(draw(SEED.toUpperCase(), 'test')).toBe(draw(SEED, 'test'));
  });

  it('shuffles without loss, evenly', () => {
    const chance = new Chance(SEED, 'shuffle');
    const first = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i++) {
      const order = chance.shuffled([0, 1, 2, 3]);
      expect(order.toSorted()).toEqual([0, 1, 2, 3]);
      first[order[0]!]!++;
    }
    for (const times of first) expect(Math.abs(times - 1000)).toBeLessThan(110);
  });

  it.each([[''], ['abc'], ['00'.repeat(15)], ['zz'.repeat(16)], ['00'.repeat(65)]])(
    'refuses the seed %p',
    (seed) => {
      expect(() => new Chance(seed, 'x')).toThrow(SeedUnreadable);
    },
  );
});
