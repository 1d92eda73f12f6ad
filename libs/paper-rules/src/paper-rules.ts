import { joinChoices, type CheckChoices, type CountBallots } from '@commonthread/ballot-protocol';
import { checkBallot, checkRuleSpec, count, type Ballot } from '@commonthread/voting';

import { ballotInput, ballotPaper } from './paper.js';

/**
 * Whether a paper allows these choices, and the one way to write them: for `checkCast` and `verifyExport`.
 *
 * @throws what `checkBallot` of the voting library throws
 */
export const checkChoices: CheckChoices = (paper, choices) => {
  const { choices: ids, points } = checkBallot(ballotInput(paper, choices), ballotPaper(paper));
  return joinChoices(ids, points);
};

/**
 * Counts one style's ballots by the rule in its paper.
 *
 * @param paper with a `rule` that the voting library knows, in the version it has
 * @throws RuleSpecInvalid | ElectionInvalid | UnknownProject | UtilityNotForBallots
 */
export const countBallots: CountBallots = (paper, minorPerUnit, ballots) => {
  const { projects, voteType } = ballotPaper(paper);
  const outcome = count(
    {
      ...{ projects, voteType, minorPerUnit, budgetMinor: paper.budgetMinor },
      ballots: ballots.map((choices) => ballotInput(paper, choices) as Ballot),
    },
    checkRuleSpec(paper.rule),
  );
  return {
    ballots: outcome.ballots,
    winners: outcome.winners,
    totalCostMinor: outcome.totalCostMinor,
    projects: outcome.projects.map(({ id, votes, score }) => ({ id, votes, score })),
  };
};
