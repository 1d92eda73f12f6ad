import { describe, expect, it } from '@jest/globals';

import { drawSerials } from './draw-serials.js';

const serials = Array.from({ length: 200 }, (_, n) => `S${1000 + n}`);

describe('drawSerials', () => {
  it('draws the same sheets for a seed whatever the order, others for another', () => {
    const drawn = drawSerials('round', '1234512345', serials, 10);
    expect(drawSerials('round', '1234512345', serials.toReversed(), 10)).toEqual(drawn);
    expect(drawSerials('round', '1234512346', serials, 10)).not.toEqual(drawn);
    expect(new Set(drawn).size).toBe(10);
  });

  it('favours no place on the list', () => {
    const hits = new Map<string, number>();
    for (let seed = 0; seed < 2_000; seed++) {
      for (const serial of drawSerials('round', `${10 ** 9 + seed}`, serials.slice(0, 20), 5)) {
        hits.set(serial, (hits.get(serial) ?? 0) + 1);
      }
    }
    // 500 expected each; six standard deviations are 116.
    for (const count of hits.values()) expect(Math.abs(count - 500)).toBeLessThan(116);
  });
});
