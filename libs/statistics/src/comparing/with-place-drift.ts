import type { Interval } from '../intervals/wilson.js';
import { Z95 } from '../numbers/normal.js';
import { t95 } from '../numbers/student-t.js';
import { mean, variance } from '../numbers/sums.js';
import { cautiousVarianceOfChange, changeOf, type TwoWaves } from './two-waves.js';

export interface PlaceDrift {
  /** Change of the treated place minus the mean change of the comparison places. */
  readonly difference: number;
  /** As if places moved only by sampling noise. Too narrow where they drift. */
  readonly samplingOnly: Interval;
  /** The interval that decides a verdict: places also move for reasons of their own. */
  readonly withDrift: Interval;
  /** Standard deviation of what places drift by, beyond sampling noise; a share, >= 0. */
  readonly drift: number;
  /** Change of each comparison place, in the order given. */
  readonly changes: readonly number[];
}

/**
 * Difference in differences against several comparison places, each with its own change.
 *
 * @param comparisonPlaces named before the result was known
 * @returns `null` for fewer than two comparison places, or when one of the samples is empty
 * Source: method of moments; tau^2 = max(0, variance between places - mean sampling variance),
 *   variance v + tau^2 + (tau^2 + mean v) / K, t with K - 1 degrees of freedom.
 */
export function withPlaceDrift(treated: TwoWaves, comparisonPlaces: readonly TwoWaves[]): PlaceDrift | null {
  const places = comparisonPlaces.length;
  if (places < 2 || [treated, ...comparisonPlaces].some(isEmpty)) return null;
  const changes = comparisonPlaces.map(changeOf);
  const noise = mean(comparisonPlaces.map(cautiousVarianceOfChange));
  const own = cautiousVarianceOfChange(treated);
  const driftVariance = Math.max(0, variance(changes) - noise);
  const difference = changeOf(treated) - mean(changes);
  const around = (spread: number): Interval => ({ low: difference - spread, high: difference + spread });
  return {
    difference,
    changes,
    drift: Math.sqrt(driftVariance),
    samplingOnly: around(Z95 * Math.sqrt(own + noise / places)),
    withDrift: around(t95(places - 1) * Math.sqrt(own + driftVariance + (driftVariance + noise) / places)),
  };
}

const isEmpty = ({ before, after }: TwoWaves): boolean => !(before.n > 0 && after.n > 0);
