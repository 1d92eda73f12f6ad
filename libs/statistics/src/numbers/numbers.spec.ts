import { describe, expect, it } from '@jest/globals';
import betaQuantileOracle from '@stdlib/stats-base-dists-beta-quantile';
import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

import { betaI, betaQuantile } from './beta.js';
import { gammaP, gammaQ, lnGamma } from './gamma.js';
import { twoSidedP } from './normal.js';
import { t95 } from './student-t.js';

/** Held against @stdlib, which nothing but these tests uses. */
describe('the distributions', () => {
  const whole = Array.from({ length: 60 }, (_, at) => at + 1);

  it('agree on Student t to the six decimals that are kept', () => {
    for (const degrees of [...whole, 2.5, 17.3, 200]) {
      expect(Math.abs(t95(degrees) - tQuantile(0.975, degrees))).toBeLessThanOrEqual(5.1e-7);
    }
  });

  it.each([
    [3, 3.182446],
    [4, 2.776445],
    [5, 2.570582],
    [7, 2.364624],
    [9, 2.262157],
    [11, 2.200985],
    [15, 2.13145],
    [19, 2.093024],
    [30, 2.042272],
  ])('print t for %i degrees of freedom as tables do', (degrees, point) => {
    expect(t95(degrees)).toBe(point);
  });

  it('agree on the tail of the normal distribution, far out too', () => {
    for (const z of [0, 0.1, 0.5, 1, 1.959963984540054, 3, 5, 8]) {
      const oracle = 2 * normalCdf(-z, 0, 1);
      expect(Math.abs(twoSidedP(z) / oracle - 1)).toBeLessThan(1e-12);
    }
  });

  it('agree on chi-square, from which exact Poisson limits follow', () => {
    for (const count of whole) {
      const mean = chiSquareQuantile(0.975, 2 * count + 2) / 2;
      expect(Math.abs(gammaQ(count + 1, mean) / 0.025 - 1)).toBeLessThan(1e-9);
      expect(gammaP(count + 1, mean) + gammaQ(count + 1, mean)).toBeCloseTo(1, 14);
    }
  });

  it('agree on the quantiles of beta', () => {
    for (const [a, b] of [
      [9, 18],
      [0.5, 7],
      [1578, 1826],
    ] as const) {
      const point = betaQuantile(0.025, a, b);
      expect(Math.abs(point / betaQuantileOracle(0.025, a, b) - 1)).toBeLessThan(1e-9);
      expect(betaI(a, b, point)).toBeCloseTo(0.025, 10);
    }
  });

  it('know the factorials', () => {
    expect(Math.exp(lnGamma(6))).toBeCloseTo(120, 9);
    expect(Math.exp(lnGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 12);
  });
});
