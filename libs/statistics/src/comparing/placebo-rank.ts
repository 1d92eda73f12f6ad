import { mean } from '../numbers/sums.js';

export interface PlaceboRank {
  /** 1 when no comparison place moved further from the others than the treated one did. */
  readonly rank: number;
  /** The treated place and all comparison places. */
  readonly of: number;
  /** rank / of. */
  readonly p: number;
  /** 1 / of: below 19 comparison places this test can never reach 0.05. Printed beside `p`. */
  readonly smallestPossibleP: number;
}

/**
 * How unusual the treated place's change is, when each place in turn is taken for the treated one.
 *
 * Equal distances count against the treated place.
 *
 * @param treated its change
 * @param comparison changes of the other places, at least one
 * Source: permutation inference, as with synthetic controls (Abadie and others 2010).
 */
export function placeboRank(treated: number, comparison: readonly number[]): PlaceboRank {
  const all = [treated, ...comparison];
  const distances = all.map((change, at) => Math.abs(change - mean(all.toSpliced(at, 1))));
  const [own = 0, ...others] = distances;
  // Rounding must not decide a tie in the product's favour.
  const rank = 1 + others.filter((distance) => distance >= own - 1e-12).length;
  return { rank, of: all.length, p: rank / all.length, smallestPossibleP: 1 / all.length };
}
