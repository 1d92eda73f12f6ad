import { mean, sum } from '../numbers/sums.js';
import { flagPoints, type Flag, type Limits } from './flag-points.js';

/** Average moving ranges to the limits, and where a single jump is too large to say anything of the rest. */
const LIMIT = 2.66;
const SCREEN = 3.267;
/** Points of a baseline: before there are so many, limits are called trial limits. */
export const BASELINE = 12;

export interface XmrLimits extends Limits {
  /** Average moving range, after screening. */
  readonly movingRange: number;
  /** Whether fewer than twelve points stand behind the limits. */
  readonly trial: boolean;
}

export interface XmrChart {
  /** `null` for fewer than two points: nothing moved yet. */
  readonly limits: XmrLimits | null;
  /** One per point, `null` where nothing is unusual. */
  readonly flags: readonly (Flag | null)[];
}

/**
 * Whether something unusual is going on in a series: a reason to go and look, never a label on a neighbourhood.
 *
 * @param points at equal intervals, earliest first
 * @param baseline points that fix the limits, from `from` on; frozen, so that a change cannot hide itself.
 *   Moved only by a person, with a reason and a date.
 * @param screened whether jumps of 3.267 average ranges and more are left out of the average
 * Source: Nelson 1982; as NHS Making Data Count draws it (NHSRplotthedots, limits and flags equal).
 */
export function xmrChart(
  points: readonly number[],
  { from = 0, count = BASELINE, screened = true }: { from?: number; count?: number; screened?: boolean } = {},
): XmrChart {
  const limits = xmrLimits(points.slice(from, from + count), screened);
  return { limits, flags: limits ? flagPoints(points, () => limits) : points.map(() => null) };
}

function xmrLimits(baseline: readonly number[], screened: boolean): XmrLimits | null {
  if (baseline.length < 2) return null;
  const ranges = baseline.slice(1).map((value, at) => Math.abs(value - (baseline[at] ?? value)));
  const first = sum(ranges) / ranges.length;
  const kept = screened ? ranges.filter((range) => range < SCREEN * first) : ranges;
  const movingRange = kept.length === 0 ? 0 : mean(kept);
  const middle = mean(baseline);
  const reach = LIMIT * movingRange;
  return {
    mean: middle,
    low: middle - reach,
    high: middle + reach,
    nearLow: middle - (reach * 2) / 3,
    nearHigh: middle + (reach * 2) / 3,
    movingRange,
    trial: baseline.length < BASELINE,
  };
}
