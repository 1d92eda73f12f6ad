import { describe, expect, it } from '@jest/globals';

import { shareOf } from '../intervals/wilson.js';
import { seeded } from '../testing/seeded.js';
import type { TwoWaves } from './two-waves.js';
import { withPlaceDrift } from './with-place-drift.js';

const PROGRAMMES = 2000;
const ANSWERS = 150;

/** Programmes without any effect, in places that drift by themselves: how often would we say "moved more"? */
describe('a verdict of "moved more than similar places"', () => {
  it.each([
    [5, 0.03],
    [12, 0.05],
  ])('is false at most once in twenty: %i comparison places, drift %f', (places, drift) => {
    const { uniform, normal } = seeded(places * 1000 + drift * 100);
    const count = (share: number): number => {
      let hits = 0;
      for (let answer = 0; answer < ANSWERS; answer++) if (uniform() < share) hits++;
      return hits;
    };
    const place = (): TwoWaves => {
      const share = 0.3 + 0.1 * uniform();
      const later = Math.min(1, Math.max(0, share + drift * normal()));
      return { before: shareOf(count(share), ANSWERS), after: shareOf(count(later), ANSWERS) };
    };
    let falsely = 0;
    for (let programme = 0; programme < PROGRAMMES; programme++) {
      const result = withPlaceDrift(place(), Array.from({ length: places }, place));
      if (result && (result.withDrift.low > 0 || result.withDrift.high < 0)) falsely++;
    }
    expect(falsely / PROGRAMMES).toBeLessThanOrEqual(0.055);
  });
});
