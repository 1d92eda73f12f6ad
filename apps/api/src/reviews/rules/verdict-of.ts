import type { AnswerValue, Criterion } from './criteria.js';

export const VERDICTS = ['accepted', 'changes-asked', 'not-taken-forward'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One criterion as far as it has been answered. */
export interface GivenAnswer {
  readonly criterion: Criterion;
  readonly answer: AnswerValue | null;
  readonly reasonCode: string | null;
  /** What to change, or the reason why not. */
  readonly words: string;
  /** Whether whoever answers has said that they are done. */
  readonly finished: boolean;
}

export const LACKS = ['answer', 'certainty', 'words', 'reason-code', 'finish', 'cost'] as const;
export type Lack = (typeof LACKS)[number];

export interface Missing {
  readonly criterion: Criterion;
  readonly what: Lack;
}

export interface Derived {
  /** Where the answers point so far; `null` before there is one. */
  readonly verdict: Verdict | null;
  /** What stands between here and a verdict that can be confirmed. */
  readonly missing: readonly Missing[];
}

const FEWEST_CHARACTERS = 5;

/**
 * The verdict that answers amount to. One criterion not met: not taken forward. Otherwise one that would be met if
 * something changed: changes are asked for. All met, and a cost: accepted.
 *
 * A no also waits until everything has been answered, so that the author hears all of it at once and not one obstacle
 * after another.
 *
 * @param answers one for each criterion asked of this proposal
 * @param costPence what it will cost; needed for a yes alone
 */
export function verdictOf(answers: readonly GivenAnswer[], costPence: number | null): Derived {
  const missing = answers.flatMap((answer) => lackOf(answer) ?? []);
  const given = new Set(answers.map(({ answer }) => answer));
  if (given.has('not-met')) return { verdict: 'not-taken-forward', missing };
  if (given.has('met-if-changed')) return { verdict: 'changes-asked', missing };
  if (costPence === null) missing.push({ criterion: 'cost', what: 'cost' });
  const allMet = answers.length > 0 && answers.every(({ answer }) => answer === 'met');
  return { verdict: allMet ? 'accepted' : null, missing };
}

/** What is missing of one answer, the first thing first. */
export function lackOf({ criterion, answer, reasonCode, words, finished }: GivenAnswer): Missing | null {
  const lacks = (what: Lack): Missing => ({ criterion, what });
  if (answer === null) return lacks('answer');
  if (answer === 'not-sure') return lacks('certainty');
  if (answer === 'not-met' && !reasonCode) return lacks('reason-code');
  if (answer !== 'met' && words.trim().length < FEWEST_CHARACTERS) return lacks('words');
  return finished ? null : lacks('finish');
}

/** Making it and keeping it going, whole minor units; `null` while either is not known. */
export function wholeLifePence(
  costPence: number | null,
  runningCostPence: number | null,
  years: number | null,
): number | null {
  return costPence === null || runningCostPence === null || years === null
    ? null
    : costPence + runningCostPence * years;
}
