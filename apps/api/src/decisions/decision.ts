export const DECISION_STATES = ['draft', 'published', 'in-force', 'superseded', 'reversed'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** What an officer writes. */
export interface DecisionText {
  readonly title: string;
  readonly summary: string;
  readonly reasons: string;
  /** Who gains, who may feel passed over, how fairness is shown. */
  readonly fairness: string;
  readonly whatNext: string;
}

/** One project the decision is about, chosen or not. */
export interface DecisionItem {
  readonly proposalNumber: number;
  readonly title: string;
  /** Minor units of the round's currency. */
  readonly costPence: number;
  readonly votes: number | null;
  readonly chosen: boolean;
  /** Why; prefilled with the sentence of the count. */
  readonly reason: string;
}

/** A decision in one of its versions. */
export interface Decision extends DecisionText {
  readonly id: string;
  /** Counted from 1; printed as D-1. */
  readonly number: number;
  /** Who decided, for instance `Budget round`. */
  readonly body: string;
  readonly placeId: string;
  readonly roundId: string;
  readonly countId: string;
  readonly state: DecisionState;
  readonly publishedAt: Date | null;
  /** The version shown. */
  readonly version: number;
  readonly items: readonly DecisionItem[];
}

export interface DecisionVersion {
  readonly version: number;
  readonly at: Date;
  /** What was corrected; `null` for the first. */
  readonly note: string | null;
}

export const numberWords = (number: number): string => `D-${number}`;

/** @returns 0, which no decision has, for anything that is not `D-` and a number */
export function numberOf(words: string): number {
  const number = Number(/^D-([1-9]\d{0,8})$/.exec(words)?.[1] ?? 0);
  return number;
}
