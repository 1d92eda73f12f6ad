import type { Change } from './intervals/newcombe-change.js';

/**
 * What two waves without comparison places let you say.
 * 1: too few answers to tell. 2: no meaningful change. 3: moved more than survey noise.
 */
export type ChangeGrade = 1 | 2 | 3;

/**
 * Grades a change between two waves.
 *
 * @param smallestThatMatters a share, > 0: a smaller move would not be worth acting on
 * Source: the levels of Nesta's Standards of Evidence; 3 is the most that two waves of one place can show.
 */
export function gradeChange({ low, high }: Change, smallestThatMatters: number): ChangeGrade {
  const inside = low > -smallestThatMatters && high < smallestThatMatters;
  if (inside) return 2;
  return low > 0 || high < 0 ? 3 : 1;
}
