import { describe, expect, it } from '@jest/globals';

import { shareOf } from '../intervals/wilson.js';
import { answersNeeded, detectableChange } from './detectable-change.js';
import { differenceInDifferences } from './difference-in-differences.js';
import { placeboRank } from './placebo-rank.js';
import { poolEffects } from './pooling.js';
import { benjaminiHochberg, changeP } from './several-indicators.js';
import { cochranArmitage } from './trend.js';
import type { TwoWaves } from './two-waves.js';
import { withPlaceDrift } from './with-place-drift.js';

const waves = (hits1: number, n1: number, hits2: number, n2: number): TwoWaves => ({
  before: shareOf(hits1, n1),
  after: shareOf(hits2, n2),
});

/** Computed twice elsewhere: R 4.2 (`lm` with HC0, `prop.trend.test`, metafor's formulas) and statsmodels. */
describe('differenceInDifferences', () => {
  const result = differenceInDifferences(waves(52, 180, 78, 175), waves(160, 540, 170, 520));

  it('gives the published Wald interval, the interaction of a linear probability model', () => {
    expect(result?.difference).toBeCloseTo(0.12619861619861622, 12);
    expect(result?.wald.standardError).toBeCloseTo(0.05798537302433223, 12);
    expect(result?.wald.low).toBeCloseTo(0.01254937344080466, 12);
  });

  it('gives the published MOVER interval', () => {
    expect(result?.mover.low).toBeCloseTo(0.01158798195198786, 12);
    expect(result?.mover.high).toBeCloseTo(0.2372558740176274, 12);
  });

  it('cannot tell any more with a design effect of 1.5', () => {
    const thin = ({ share, n }: { share: number; n: number }) => ({ share, n: n / 1.5 });
    const thinned = ({ before, after }: TwoWaves) => ({ before: thin(before), after: thin(after) });
    const wider = differenceInDifferences(
      thinned(waves(52, 180, 78, 175)),
      thinned(waves(160, 540, 170, 520)),
    );

    expect(wider?.mover.low).toBeCloseTo(-0.014141, 6);
    expect(wider?.mover.high).toBeCloseTo(0.261264, 6);
  });

  it('has nothing to say of an empty sample', () => {
    expect(differenceInDifferences(waves(0, 0, 3, 9), waves(1, 9, 2, 9))).toBeNull();
  });
});

describe('withPlaceDrift', () => {
  const treated = waves(52, 180, 78, 175);
  const places = [
    waves(45, 150, 52, 148),
    waves(39, 140, 44, 150),
    waves(61, 180, 58, 175),
    waves(33, 120, 42, 125),
    waves(50, 160, 49, 155),
    waves(47, 150, 51, 150),
    waves(28, 100, 30, 105),
    waves(55, 170, 63, 168),
  ];
  const result = withPlaceDrift(treated, places);

  it('gives the published limits of eight places, with and without drift', () => {
    expect(result?.difference).toBeCloseTo(0.13093370788449066, 12);
    expect(result?.samplingOnly.low).toBeCloseTo(0.024801011476804358, 12);
    expect(result?.withDrift.low).toBeCloseTo(0.002888538131423646, 12);
    expect(result?.withDrift.high).toBeCloseTo(0.25897887763755767, 12);
    expect(result?.drift).toBe(0);
  });

  it('does not depend on the order of the places', () => {
    expect(withPlaceDrift(treated, places.toReversed())?.withDrift.low).toBeCloseTo(0.002888538131423646, 12);
  });

  it('says nothing from a single comparison place', () => {
    expect(withPlaceDrift(treated, places.slice(0, 1))).toBeNull();
  });

  it('ranks the treated place first of nine, and says what the test can reach at all', () => {
    const rank = placeboRank(78 / 175 - 52 / 180, result?.changes ?? []);

    expect(rank).toEqual({ rank: 1, of: 9, p: 1 / 9, smallestPossibleP: 1 / 9 });
  });

  it('counts equal distances against the treated place', () => {
    expect(placeboRank(0.1, [0.1, 0.1]).p).toBe(1);
  });
});

describe('detectableChange', () => {
  it.each([
    [100, 0.13859038243496777, 0.19810199057996727, 0.2426243969752798],
    [428, 0.06699018986533828, 0.09575621142311733, 0.11727692884435165],
    [1000, 0.04382612702882908, 0.06264534992459173, 0.07672457103667518],
  ])('of %i answers a wave', (n, noise, smallest, weighted) => {
    const found = detectableChange({ share: 0.5, samples: [n, n] });

    expect(found.noise).toBeCloseTo(noise, 12);
    expect(found.smallest).toBeCloseTo(smallest, 12);
    expect(detectableChange({ share: 0.5, samples: [n, n], designEffect: 1.5 }).smallest).toBeCloseTo(
      weighted,
      12,
    );
  });

  it('of a comparison four times as large: 22.1 points for 100 answers', () => {
    const { smallest } = detectableChange({ share: 0.5, samples: [100, 100, 400, 400] });

    expect(smallest * 100).toBeCloseTo(22.1, 1);
  });

  it('grows with what places are known to drift by', () => {
    const still = detectableChange({ share: 0.5, samples: [100, 100, 400, 400] });
    const drifting = detectableChange({
      share: 0.5,
      samples: [100, 100, 400, 400],
      drift: { variance: 0.05 ** 2, places: 8 },
    });

    expect(drifting.smallest).toBeGreaterThan(still.smallest);
  });

  it('is answered by the answers needed: as many can see that change and one fewer cannot', () => {
    for (const change of [0.02, 0.05, 0.084, 0.3]) {
      const n = answersNeeded(0.26, change, 1.2);
      const smallest = (answers: number) =>
        detectableChange({ share: 0.26, samples: [answers, answers], designEffect: 1.2 }).smallest;
      expect(smallest(n)).toBeLessThanOrEqual(change + 1e-9);
      expect(smallest(n - 1)).toBeGreaterThan(change);
    }
  });
});

describe('benjaminiHochberg', () => {
  it('keeps the first two of the published eight, though five pass one at a time', () => {
    expect(benjaminiHochberg([0.001, 0.012, 0.021, 0.034, 0.041, 0.2, 0.44, 0.62])).toEqual([0, 1]);
  });

  it.each([
    [[], []],
    [[0.2, 0.9], []],
    [
      [0.05, 0.04],
      [0, 1],
    ],
    [[0.9, 0.001], [1]],
  ])('of %p keeps %p', (ps, kept) => {
    expect(benjaminiHochberg(ps)).toEqual(kept);
  });
});

describe('changeP', () => {
  it('is the two-sided chance of the pooled z', () => {
    expect(changeP(shareOf(111, 428), shareOf(139, 430))).toBeCloseTo(0.0394, 3);
    expect(changeP(shareOf(0, 20), shareOf(0, 30))).toBe(1);
    expect(changeP(shareOf(0, 0), shareOf(1, 30))).toBeNull();
  });
});

describe('cochranArmitage', () => {
  const five = [
    { hits: 92, n: 410 },
    { hits: 101, n: 425 },
    { hits: 111, n: 428 },
    { hits: 118, n: 420 },
    { hits: 139, n: 430 },
  ];

  it('gives the published chi-square and an arrow above 99.8 %', () => {
    const trend = cochranArmitage(five);

    expect(trend?.chi2).toBeCloseTo(12.616661960464429, 10);
    expect(trend?.arrow).toBe('rising');
    expect(cochranArmitage(five.toReversed())?.arrow).toBe('falling');
  });

  it('draws no arrow for less, and says nothing of two waves or of none that said yes', () => {
    expect(cochranArmitage(five.slice(0, 4))?.arrow).toBe('none');
    expect(cochranArmitage(five.slice(0, 2))).toBeNull();
    expect(cochranArmitage(five.map(({ n }) => ({ hits: 0, n })))).toBeNull();
  });
});

describe('poolEffects', () => {
  const five = [
    { effect: 0.126199, standardError: 0.057985 },
    { effect: 0.04, standardError: 0.05 },
    { effect: 0.09, standardError: 0.07 },
    { effect: -0.02, standardError: 0.06 },
    { effect: 0.11, standardError: 0.045 },
  ];

  it('gives the published random-effects mean and the Hartung-Knapp interval that decides', () => {
    const pooled = poolEffects(five);

    expect(pooled?.q).toBeCloseTo(4.41357295816494, 10);
    expect(pooled?.betweenVariance).toBeCloseTo(0.0003162267252987843, 14);
    expect(pooled?.effect).toBeCloseTo(0.07170748687031406, 12);
    expect(pooled?.standardError).toBeCloseTo(0.025810257095616695, 12);
    expect(pooled?.hartungKnapp.standardError).toBeCloseTo(0.02581734701278606, 12);
    expect(pooled?.hartungKnapp.low).toBeCloseTo(0, 4);
    expect(pooled?.hartungKnapp.high).toBeCloseTo(0.1434, 4);
  });

  it('pools nothing from one decision and refuses an error of nothing', () => {
    expect(poolEffects(five.slice(0, 1))).toBeNull();
    expect(() => poolEffects([...five, { effect: 1, standardError: 0 }])).toThrow('a standard error of 0');
  });
});
