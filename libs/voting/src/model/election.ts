/** How voters mark the paper. Knapsack is `approval` with a limit on the cost of the chosen set. */
export type VoteType = 'approval' | 'choose-1' | 'ordinal' | 'cumulative' | 'scoring';

/** One project on the ballot paper. */
export interface Project {
  /** Compared as a string, never as a number. */
  readonly id: string;
  /** Whole minor units (pence, grosz, cents), >= 0, a safe integer. */
  readonly costMinor: number;
  readonly categories?: readonly string[];
  readonly neighbourhood?: string;
}

/** One valid ballot. Project ids are distinct; an empty ballot is an abstention and still counts in n. */
export interface Ballot {
  /** Chosen project ids; for `ordinal` best first. */
  readonly choices: readonly string[];
  /** Whole points >= 0 aligned with `choices`; present for `cumulative` and `scoring` only. */
  readonly points?: readonly number[];
}

/** Everything a rule needs, and nothing about persons. */
export interface Election {
  /** In paper (file) order: tie-break T5 uses it. */
  readonly projects: readonly Project[];
  readonly ballots: readonly Ballot[];
  /** Whole minor units. */
  readonly budgetMinor: number;
  readonly voteType: VoteType;
  /** Minor units in one currency unit: 100 for GBP and PLN, 1 for JPY. Sizes the add1 increment. */
  readonly minorPerUnit: number;
}
