import type { Choice } from './ballot.js';

/** Choices as the voting rules take them: ids, and on papers with points the points beside them. */
export interface SplitChoices {
  readonly choices: string[];
  readonly points?: number[];
}

/** `points` is left out where no choice has points; a mixture leaves gaps that a paper's check refuses. */
export function splitChoices(choices: readonly Choice[]): SplitChoices {
  const ids = choices.map((choice) => (typeof choice === 'string' ? choice : choice[0]));
  const points = choices.flatMap((choice) => (typeof choice === 'string' ? [] : [choice[1]]));
  return points.length > 0 ? { choices: ids, points } : { choices: ids };
}

/** The way back; an empty ballot of a paper with points is an empty list too. */
export function joinChoices(ids: readonly string[], points?: readonly number[]): Choice[] {
  if (points && points.length !== ids.length) throw new RangeError('points and choices differ in number');
  return ids.map((id, at) => (points ? ([id, points[at]!] as const) : id));
}
