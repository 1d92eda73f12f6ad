import type { Project, VoteType } from '../model/election.js';

/** What a ballot paper allows. An absent limit does not bind. */
export interface BallotLimits {
  readonly minLength?: number;
  readonly maxLength?: number;
  /** For one listed project. */
  readonly minPoints?: number;
  readonly maxPoints?: number;
  /** For all of them together. */
  readonly minSumPoints?: number;
  readonly maxSumPoints?: number;
  /** Cost of the chosen set, minor units: makes an approval ballot a knapsack ballot. */
  readonly minSumCostMinor?: number;
  readonly maxSumCostMinor?: number;
}

/** The part of a frozen ballot paper that says which ballots are valid. */
export interface BallotPaper {
  readonly voteType: VoteType;
  readonly projects: readonly Project[];
  readonly limits: BallotLimits;
}

/** A ballot as somebody sent it: nothing about it is trusted. */
export interface BallotInput {
  readonly choices: unknown;
  readonly points?: unknown;
}
