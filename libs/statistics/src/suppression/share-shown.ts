import { shareOf } from '../intervals/wilson.js';
import { SMALLEST_BASE, THRESHOLD } from './protect.js';

/** Why a percentage is not shown; `null` when it is. */
export type Withheld = 'base-too-small' | 'too-few-people' | null;

/**
 * Whether a percentage may be shown: at least 30 people behind it, and either none or at least `threshold`
 * on each side of it.
 *
 * @throws FigureImpossible
 */
export function shareWithheld(hits: number, base: number, threshold = THRESHOLD): Withheld {
  shareOf(hits, base);
  if (base < SMALLEST_BASE) return 'base-too-small';
  const small = (people: number): boolean => people > 0 && people < threshold;
  return small(hits) || small(base - hits) ? 'too-few-people' : null;
}
