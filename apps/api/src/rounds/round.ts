import type { RuleSpec } from '@commonthread/voting';

import type { RoundState, RoundTimes } from './round-state.js';

export const BALLOT_STYLES = ['approval', 'knapsack', 'ranked', 'points', 'choose-1'] as const;
export type BallotStyle = (typeof BALLOT_STYLES)[number];

export const CONNECTIONS = ['live', 'work', 'study'] as const;
export type Connection = (typeof CONNECTIONS)[number];

export interface Pot {
  readonly name: string;
  readonly amountPence: number;
}

export interface Eligibility {
  /** Whole years on the day voting opens. */
  readonly minimumAge: number;
  /** Any one of these to the place of the round is enough. */
  readonly connections: readonly Connection[];
}

/** How one ballot may be filled in. */
export interface BallotForm {
  readonly ballotStyle: BallotStyle;
  readonly minChoices: number | null;
  readonly maxChoices: number | null;
  readonly pointsPerBallot: number | null;
}

/** Where an imported election came from. */
export interface RoundSource {
  readonly fileName: string;
  readonly sha256: string;
  readonly meta: readonly { readonly key: string; readonly value: string }[];
  readonly warnings: readonly string[];
}

/** What an officer decides about a round. */
export interface RoundPlan extends BallotForm {
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly pots: readonly Pot[];
  readonly eligibility: Eligibility;
  readonly rule: RuleSpec;
}

/** One round as it is stored. */
export interface Round extends RoundPlan, RoundTimes {
  readonly id: string;
  readonly slug: string;
  readonly placeId: string;
  /** ISO 4217; GBP except for imported elections. */
  readonly currency: string;
  /** Minor units of `currency`. */
  readonly budgetPence: number;
  readonly override: (NonNullable<RoundTimes['override']> & { readonly reason: string }) | null;
  readonly cancelledReason: string | null;
  readonly paperSha256: string | null;
  readonly paperFrozenAt: Date | null;
  /** Public proposals of the round. */
  readonly projects: number;
  readonly ballots: number | null;
  readonly publishedCountId: string | null;
  /** By the published count: what is left of the money, why, and what happens to it. */
  readonly moneyLeft: string | null;
  readonly decisionNumber: string | null;
  readonly invented: boolean;
  readonly importedFrom: RoundSource | null;
}

/** A round with the state it is in by the clock of the database. */
export interface RoundNow extends Round {
  readonly now: Date;
  readonly state: RoundState;
  readonly stateSince: Date | null;
  readonly nextChangeAt: Date | null;
}

/** One project as the frozen paper names it. */
export interface PaperProject {
  /** Compared as a string. */
  readonly ballotId: string;
  /** Rising in the order of the paper; a rule may settle ties by it. */
  readonly position: number;
  readonly proposalNumber: number;
  readonly title: string;
  readonly costPence: number;
  readonly category: string | null;
  readonly place: string;
}
