import type { ProposalState } from '../proposals/index.js';

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

/** An item as it stands now, with what of it everybody may read: a moderator may have hidden the proposal since. */
export interface ReadableItem extends DecisionItem {
  readonly state: ProposalState;
  readonly shownTitle: string;
  readonly shownReason: string;
}

interface Decided {
  readonly id: string;
  /** Counted from 1; printed as D-1. */
  readonly number: number;
  /** Who decided, for instance `Budget round`. */
  readonly body: string;
  readonly placeId: string;
  readonly roundId: string;
  readonly state: DecisionState;
  readonly publishedAt: Date | null;
}

/** A decision as lists show it. */
export interface DecisionOutline extends Decided {
  readonly title: string;
  readonly chosen: number;
  readonly notChosen: number;
  /** Minor units of the round's currency. */
  readonly spendPence: number;
}

/** A decision in one of its versions. */
export interface Decision extends Decided, DecisionText {
  readonly countId: string;
  /** The version shown. */
  readonly version: number;
  readonly items: readonly ReadableItem[];
}

export interface DecisionVersion {
  readonly version: number;
  readonly at: Date;
  /** What was corrected; `null` for the first. */
  readonly note: string | null;
}

/** A whole decision in short. */
export function outlineOf({ items, ...decision }: Decision): DecisionOutline {
  const chosen = items.filter((item) => item.chosen);
  return {
    ...decision,
    chosen: chosen.length,
    notChosen: items.length - chosen.length,
    spendPence: chosen.reduce((sum, { costPence }) => sum + costPence, 0),
  };
}

export const numberWords = (number: number): string => `D-${number}`;

/** @returns 0, which no decision has, for anything that is not `D-` and a number */
export function numberOf(words: string): number {
  const number = Number(/^D-([1-9]\d{0,8})$/.exec(words)?.[1] ?? 0);
  return number;
}
