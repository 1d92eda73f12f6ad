import { FigureImpossible } from '../errors.js';
import { Z95 } from '../numbers/normal.js';

/** A share seen in a survey. */
export interface Share {
  /** 0..1. */
  readonly share: number;
  /** People behind it, > 0; for a weighted survey the effective number, which need not be whole. */
  readonly n: number;
}

/** Both limits are shares, 0..1 (changes: -1..1). */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** @throws FigureImpossible for more hits than answers, or a negative number of either */
export function shareOf(hits: number, answers: number): Share {
  if (!(hits >= 0) || !(answers >= hits)) throw new FigureImpossible(`${hits} of ${answers}`);
  return { share: answers === 0 ? 0 : hits / answers, n: answers };
}

/**
 * 95 % score interval of a proportion. Only for answers that may be treated as a random sample.
 *
 * @returns `null` when nobody answered
 * Source: Wilson 1927, as OHID Fingertips uses it; limits are clamped to 0..1.
 */
export function wilson({ share, n }: Share): Interval | null {
  if (!(n > 0)) return null;
  if (n === Infinity) return { low: share, high: share };
  const hits = share * n;
  const square = Z95 * Z95;
  const spread = Z95 * Math.sqrt(square + 4 * hits * (1 - share));
  const base = 2 * (n + square);
  return {
    low: Math.max(0, (2 * hits + square - spread) / base),
    high: Math.min(1, (2 * hits + square + spread) / base),
  };
}
