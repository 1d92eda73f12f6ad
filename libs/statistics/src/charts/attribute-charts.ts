import { mean, sum } from '../numbers/sums.js';
import { flagPoints, type Flag, type Limits } from './flag-points.js';
import { BASELINE } from './xmr.js';

/** A chart whose points may each have limits of their own. */
export interface AttributeChart {
  /** The values drawn: counts, rates or shares. */
  readonly points: readonly number[];
  readonly limits: readonly Limits[];
  readonly flags: readonly (Flag | null)[];
}

/** Below this mean a count is too small for an XmR chart; below one, days between events are charted. */
const SMALL = 5;

/** Which chart a series of counts needs, from the mean of its baseline. */
export function chartFor(baseline: readonly number[]): 'xmr' | 'c' | 'days-between' {
  const middle = mean(baseline);
  if (middle >= SMALL) return 'xmr';
  return middle >= 1 ? 'c' : 'days-between';
}

/** Small counts of an unchanging population: mean +/- 3 sqrt(mean), never below 0. */
export function cChart(counts: readonly number[], baseline = BASELINE): AttributeChart {
  const middle = mean(counts.slice(0, baseline));
  return chart(counts, () => around(middle, Math.sqrt(middle), Infinity));
}

/** Rates of populations that differ: U +/- 3 sqrt(U / n), never below 0. */
export function uChart(
  periods: readonly { readonly count: number; readonly population: number }[],
  baseline = BASELINE,
): AttributeChart {
  const first = periods.slice(0, baseline);
  const middle = sum(first.map(({ count }) => count)) / sum(first.map(({ population }) => population));
  return chart(
    periods.map(({ count, population }) => count / population),
    (at) => around(middle, Math.sqrt(middle / (periods[at]?.population ?? 1)), Infinity),
  );
}

/** Shares over the waves of a survey: P +/- 3 sqrt(P (1 - P) / n), within 0..1; P from all waves given as baseline. */
export function pChart(
  waves: readonly { readonly hits: number; readonly n: number }[],
  baseline = BASELINE,
): AttributeChart {
  const first = waves.slice(0, baseline);
  const middle = sum(first.map(({ hits }) => hits)) / sum(first.map(({ n }) => n));
  return chart(
    waves.map(({ hits, n }) => hits / n),
    (at) => around(middle, Math.sqrt((middle * (1 - middle)) / (waves[at]?.n ?? 1)), 1),
  );
}

function chart(points: readonly number[], limitsAt: (at: number) => Limits): AttributeChart {
  return { points, limits: points.map((_, at) => limitsAt(at)), flags: flagPoints(points, limitsAt) };
}

function around(middle: number, sigma: number, most: number): Limits {
  const within = (value: number): number => Math.min(most, Math.max(0, value));
  return {
    mean: middle,
    low: within(middle - 3 * sigma),
    high: within(middle + 3 * sigma),
    nearLow: within(middle - 2 * sigma),
    nearHigh: within(middle + 2 * sigma),
  };
}
