import { tallyOf, type Tally } from '../counting/tally.js';
import type { Election } from '../model/election.js';
import type { Outcome } from '../model/outcome.js';
import { ejrPlusViolations, type EjrPlusViolation } from './ejr-plus.js';
import { spendByGroup, type GroupMeasure } from './groups.js';
import { gini, servedVoters } from './served-voters.js';

/** Figures to compare outcomes by. Listing a project counts as wanting it, whatever points were given. */
export interface Measures {
  readonly ballots: number;
  /** Ballots that list nothing. */
  readonly abstentions: number;
  readonly winners: number;
  readonly spentMinor: number;
  readonly budgetMinor: number;
  /** Ballots that list at least one winner. */
  readonly votersWithWinner: number;
  /** Part of all ballots that list no winner, 0..1. */
  readonly exclusionRatio: number;
  /** [k] = ballots that list exactly k winners. */
  readonly winnersPerVoter: readonly number[];
  readonly averageWinners: number;
  /** Cost of the winners a ballot lists, averaged over all ballots. */
  readonly averageCostMinor: number;
  /** Gini coefficient of that cost over ballots: 0 all the same, near 1 all with one. */
  readonly costGini: number;
  /**
   * How far spending is from equal influence: every winner's cost divided equally over the ballots listing it, then
   * the mean distance from budget/n in units of budget/n. 0 = everyone decided over the same sum.
   */
  readonly powerInequality: number;
  readonly categories: readonly GroupMeasure[];
  readonly neighbourhoods: readonly GroupMeasure[];
  readonly ejrPlusViolations: readonly EjrPlusViolation[];
  /** Winners dearer than the equal shares of all who list them: no equal division of the budget pays for these. */
  readonly winnersBeyondShares: readonly string[];
}

/**
 * Measures one outcome against its own ballots. Works for any rule, also for a set of winners decided otherwise.
 *
 * @param outcome only its winners are read
 */
export function measures(election: Election, outcome: Pick<Outcome, 'winners'>): Measures {
  const tally = tallyOf(election);
  const winners = outcome.winners.map((id) => {
    const index = tally.indexOf.get(id);
    if (index === undefined) throw new Error(`the election has no project ${id}`);
    return index;
  });
  const served = servedVoters(tally, winners);
  const { n, budget, costs, votes } = tally;
  const share = n === 0 ? 0 : budget / n;
  const mean = (value: (voter: (typeof served)[number]) => number) =>
    n === 0 ? 0 : served.reduce((sum, voter) => sum + voter.ballots * value(voter), 0) / n;
  const perVoter: number[] = [0];
  for (const { ballots, winners: count } of served) {
    while (perVoter.length <= count) perVoter.push(0);
    perVoter[count]! += ballots;
  }
  return {
    ballots: n,
    abstentions: served.reduce((sum, { ballots, listed }) => (listed === 0 ? sum + ballots : sum), 0),
    winners: winners.length,
    spentMinor: winners.reduce((sum, p) => sum + costs[p]!, 0),
    budgetMinor: budget,
    votersWithWinner: n - perVoter[0]!,
    exclusionRatio: n === 0 ? 0 : perVoter[0]! / n,
    winnersPerVoter: perVoter,
    averageWinners: mean((voter) => voter.winners),
    averageCostMinor: mean((voter) => voter.costMinor),
    costGini: gini(served.map(({ ballots, costMinor }) => [costMinor, ballots])),
    powerInequality: share === 0 ? 0 : mean(({ decidedMinor }) => Math.abs(decidedMinor - share)) / share,
    categories: spendByGroup(tally, winners, ({ categories }) => categories ?? []),
    neighbourhoods: spendByGroup(tally, winners, ({ neighbourhood }) =>
      neighbourhood === undefined ? [] : [neighbourhood],
    ),
    ejrPlusViolations: ejrPlusViolations(tally, winners),
    winnersBeyondShares: winners
      .filter((p) => isBeyondShares(tally, costs[p]!, votes[p]!))
      .map((p) => tally.ids[p]!),
  };
}

function isBeyondShares({ n, budget }: Tally, cost: number, votes: number): boolean {
  return BigInt(cost) * BigInt(n) > BigInt(votes) * BigInt(budget);
}
