import { minorPerUnit } from '@commonthread/pabulib';
import type { VoteType } from '@commonthread/voting';

import type { BallotProject } from '../proposals/index.js';
import type { RoundNow } from '../rounds/index.js';
import type { Paper } from './counting/messages.js';

/** The election of a round as the rules read it, without its ballots. */
export function countPaper(round: RoundNow, projects: readonly BallotProject[]): Paper {
  return {
    projects: projects.map(({ ballotId, costPence, categories, neighbourhood }) => ({
      id: ballotId,
      costMinor: costPence,
      ...(categories.length > 0 && { categories }),
      ...(neighbourhood !== null && { neighbourhood }),
    })),
    budgetMinor: round.budgetPence,
    voteType: voteTypeOf(round),
    minorPerUnit: minorPerUnit(round.currency),
  };
}

const VOTE_TYPES: Readonly<Record<RoundNow['ballotStyle'], VoteType>> = {
  approval: 'approval',
  knapsack: 'approval',
  ranked: 'ordinal',
  points: 'cumulative',
  'choose-1': 'choose-1',
};

/** A points ballot of an imported file may also be of the kind that scores projects one by one. */
export function voteTypeOf({ ballotStyle, importedFrom }: RoundNow): VoteType {
  const declared = importedFrom?.meta.find(({ key }) => key === 'vote_type')?.value;
  return ballotStyle === 'points' && declared === 'scoring' ? 'scoring' : VOTE_TYPES[ballotStyle];
}
