import { UtilityNotForBallots } from '../model/errors.js';
import type { KeyName } from '../model/outcome.js';
import type { Utility } from '../model/rule-spec.js';
import type { Tally } from './tally.js';

/**
 * A utility split into a whole number per ballot entry and a factor per project:
 * u_i(p) = share(points) * (timesCost ? cost : 1).
 */
export interface UtilityScale {
  readonly timesCost: boolean;
  /** From the entry's points to its share, a whole number >= 0. */
  readonly share: (points: number) => number;
  /** Sum of shares over all ballots, by project. */
  readonly total: readonly number[];
  /** Name of total per cost, or of total when `timesCost`. */
  readonly keyName: KeyName;
}

/** @throws UtilityNotForBallots for rank points on anything but rankings */
export function utilityScale(tally: Tally, utility: Utility): UtilityScale {
  const { votes, score, election } = tally;
  if ((utility === 'borda0' || utility === 'borda1') && election.voteType !== 'ordinal') {
    throw new UtilityNotForBallots(utility, election.voteType);
  }
  const one = () => 1;
  const same = (points: number) => points;
  switch (utility) {
    case 'cost':
      return { timesCost: true, share: one, total: votes, keyName: 'votes' };
    case 'card':
      return { timesCost: false, share: one, total: votes, keyName: 'votes-per-cost' };
    case 'points':
      return { timesCost: false, share: same, total: score, keyName: 'score-per-cost' };
    case 'costpoints':
      return { timesCost: true, share: same, total: score, keyName: 'score' };
    case 'borda1':
      return { timesCost: false, share: same, total: score, keyName: 'borda-per-cost' };
    case 'borda0':
      return {
        timesCost: false,
        share: (points) => points - 1,
        total: score.map((sum, p) => sum - votes[p]!),
        keyName: 'borda-per-cost',
      };
  }
}
