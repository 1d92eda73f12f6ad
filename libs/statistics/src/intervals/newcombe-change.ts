import { type Interval, type Share, wilson } from './wilson.js';

/** How far a share moved between two independent samples. */
export interface Change extends Interval {
  /** Later share minus earlier share, -1..1. */
  readonly change: number;
}

/**
 * 95 % interval for the change of a share between two waves that asked different people.
 *
 * @returns `null` when nobody answered one of the waves
 * Source: Newcombe 1998 (Stat Med 17:873), method 10, from two Wilson intervals.
 */
export function newcombeChange(before: Share, after: Share): Change | null {
  const first = wilson(before);
  const second = wilson(after);
  if (!first || !second) return null;
  const change = after.share - before.share;
  return {
    change,
    low: change - Math.hypot(after.share - second.low, first.high - before.share),
    high: change + Math.hypot(second.high - after.share, before.share - first.low),
  };
}
