import { Z95, Z_POWER_80 } from '../numbers/normal.js';
import { sum } from '../numbers/sums.js';

export interface PlannedMeasure {
  /** Share expected before, 0..1; 0.5 is the most cautious. */
  readonly share: number;
  /** Answers per sample: two for two waves, four for a comparison. Each > 0. */
  readonly samples: readonly number[];
  /** >= 1; 1 without weighting. */
  readonly designEffect?: number;
  /** Variance of what places drift by, where earlier waves tell, and how many places compare. */
  readonly drift?: { readonly variance: number; readonly places: number };
}

export interface Detectable {
  /** A change smaller than this is within survey noise: half the width of a 95 % interval, a share. */
  readonly noise: number;
  /** The smallest true change found four times in five (5 % two-sided, power 80 %), a share. */
  readonly smallest: number;
}

/** What a planned survey could see, said before fieldwork. Normal approximation. */
export function detectableChange({ share, samples, designEffect = 1, drift }: PlannedMeasure): Detectable {
  const sampling = share * (1 - share) * designEffect * sum(samples.map((n) => 1 / n));
  const drifting = drift ? drift.variance * (1 + 1 / drift.places) : 0;
  const error = Math.sqrt(sampling + drifting);
  return { noise: Z95 * error, smallest: (Z95 + Z_POWER_80) * error };
}

/**
 * Answers needed in each of two waves to see a change four times in five.
 *
 * @param change a share, not 0
 * @returns whole answers, rounded up
 */
export function answersNeeded(share: number, change: number, designEffect = 1): number {
  const both = 2 * (Z95 + Z_POWER_80) ** 2 * share * (1 - share) * designEffect;
  return Math.ceil(both / change ** 2 - 1e-9);
}
