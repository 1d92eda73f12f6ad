import { FigureImpossible } from '../errors.js';
import type { Interval } from '../intervals/wilson.js';
import { betaQuantile } from '../numbers/beta.js';
import { Z95 } from '../numbers/normal.js';
import { countInterval } from './count-interval.js';

/** Events among the people they could happen to. */
export interface Events {
  readonly count: number;
  /** > 0. */
  readonly population: number;
}

export interface Rate extends Interval {
  readonly rate: number;
}

/** @param per residents a rate is told for. @throws FigureImpossible */
export function rate({ count, population }: Events, per = 10_000): Rate {
  if (!(population > 0)) throw new FigureImpossible(`a population of ${population}`);
  const { low, high } = countInterval(count);
  const scale = per / population;
  return { rate: count * scale, low: low * scale, high: high * scale };
}

export interface RateRatio extends Interval {
  /** Later rate over earlier rate, > 0. */
  readonly ratio: number;
}

/**
 * How a rate changed between two periods: recorded events, not what happened.
 *
 * @returns `null` when either period had no event; use `exactRateRatio` then
 * Source: normal on the logarithm.
 */
export function rateRatio(before: Events, after: Events): RateRatio | null {
  if (before.count === 0 || after.count === 0) return null;
  const ratio = after.count / after.population / (before.count / before.population);
  const spread = Math.exp(Z95 * Math.sqrt(1 / before.count + 1 / after.count));
  return { ratio, low: ratio / spread, high: ratio * spread };
}

/**
 * Exact limits of the same ratio, for small counts.
 *
 * @returns limits from 0 to `Infinity`; `null` when nothing happened in both periods
 * Source: Clopper and Pearson 1934, on the later events among all.
 */
export function exactRateRatio(before: Events, after: Events): Interval | null {
  if (before.count + after.count === 0) return null;
  const scale = before.population / after.population;
  const low = after.count === 0 ? 0 : betaQuantile(0.025, after.count, before.count + 1);
  const high = before.count === 0 ? 1 : betaQuantile(0.975, after.count + 1, before.count);
  return { low: (scale * low) / (1 - low), high: high === 1 ? Infinity : (scale * high) / (1 - high) };
}
