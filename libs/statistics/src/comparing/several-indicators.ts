import type { Share } from '../intervals/wilson.js';
import { twoSidedP } from '../numbers/normal.js';

/**
 * Chance of a change at least this large where nothing changed.
 *
 * @returns 0..1; `null` when nobody answered one of the waves; 1 when both are all or none
 */
export function changeP(before: Share, after: Share): number | null {
  if (!(before.n > 0 && after.n > 0)) return null;
  const pooled = (before.share * before.n + after.share * after.n) / (before.n + after.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.n + 1 / after.n));
  return error === 0 ? 1 : twoSidedP((after.share - before.share) / error);
}

/**
 * Which of several secondary findings to keep so that at most a share `q` of them are expected to be false.
 *
 * @param ps one chance per indicator, 0..1, in any order
 * @returns positions in `ps`, ascending
 * Source: Benjamini and Hochberg 1995.
 */
export function benjaminiHochberg(ps: readonly number[], q = 0.05): number[] {
  const sorted = ps.toSorted((a, b) => a - b);
  const last = sorted.findLastIndex((p, at) => p <= (q * (at + 1)) / ps.length);
  const limit = sorted[last] ?? -1;
  return [...ps.keys()].filter((at) => (ps[at] ?? 1) <= limit);
}
