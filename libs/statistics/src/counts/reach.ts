import { shareOf, wilson } from '../intervals/wilson.js';

export interface Reach {
  /** Their share of those who took part over their share of the residents; 1 is as many as live here. */
  readonly index: number;
  readonly low: number;
  readonly high: number;
  /** People missing for an index of 1; negative when they are more than their share. */
  readonly shortfall: number;
}

/**
 * Whether a group took part as much as it lives here.
 *
 * @param participants of the group, and all whose group is known
 * @param residentShare 0..1
 * @returns `null` when nobody took part or nobody of the group lives here
 * @throws FigureImpossible
 */
export function reach(participants: number, everybody: number, residentShare: number): Reach | null {
  const share = shareOf(participants, everybody);
  const limits = wilson(share);
  if (!limits || !(residentShare > 0)) return null;
  return {
    index: share.share / residentShare,
    low: limits.low / residentShare,
    high: limits.high / residentShare,
    shortfall: everybody * residentShare - participants,
  };
}

/**
 * Lowest over highest participation rate, 0..1: easy to read, and 0 as soon as one small group is absent.
 * Shown beside the index, never alone.
 *
 * @param rates participants per resident of each group
 * @returns `null` when nobody took part
 */
export function evenness(rates: readonly number[]): number | null {
  const highest = Math.max(...rates);
  return highest > 0 ? Math.min(...rates) / highest : null;
}
