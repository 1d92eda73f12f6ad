import type { GivenAnswer } from '../rules/verdict-of.js';

/** `answering` until every criterion is finished, `to-decide` until an officer confirms, `to-sign` for a no alone. */
export const STAGES = ['answering', 'to-decide', 'to-sign', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

/** One criterion asked of one proposal: of whom, by when, and what they say. */
export interface Answer extends GivenAnswer {
  readonly departmentId: string | null;
  readonly department: string | null;
  /** Within the department; `null` leaves it to any of its members. */
  readonly personId: string | null;
  readonly person: string | null;
  /** YYYY-MM-DD */
  readonly dueOn: string;
}

/** Whole minor units. */
export interface Costs {
  readonly costLowPence: number | null;
  /** What stands on the ballot paper. */
  readonly costPence: number | null;
  readonly costHighPence: number | null;
  /** Each year. */
  readonly runningCostPence: number | null;
  readonly runningYears: number | null;
}

export interface Review extends Costs {
  readonly number: number;
  readonly stage: Stage;
  /** When the next answer is due, YYYY-MM-DD. */
  readonly dueOn: string | null;
  readonly answers: readonly Answer[];
}

/** For reviewers and officers alone. */
export interface Note {
  readonly at: Date;
  readonly by: string;
  readonly text: string;
}

export interface Assignment {
  readonly departmentId?: string | undefined;
  readonly personId?: string | null | undefined;
  /** YYYY-MM-DD */
  readonly dueOn?: string | undefined;
}
