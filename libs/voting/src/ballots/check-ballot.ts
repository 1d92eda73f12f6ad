import type { Ballot } from '../model/election.js';
import { UnknownProject } from '../model/errors.js';
import {
  BallotMalformed,
  CostOutOfRange,
  PointsOutOfRange,
  PointsSumOutOfRange,
  RepeatedChoice,
  TooFewChoices,
  TooManyChoices,
} from './errors.js';
import type { BallotInput, BallotPaper } from './paper.js';

/**
 * Checks a ballot against its paper by the paper's vote type.
 *
 * Approval-like ballots come back in paper order, rankings as given, points ballots by points descending and
 * then in paper order, so that equal choices give equal bytes. No choice at all is an abstention, valid
 * unless `minLength` says otherwise. Costs are the paper's, never the sender's.
 *
 * @throws BallotMalformed | UnknownProject | RepeatedChoice | TooFewChoices | TooManyChoices |
 *   PointsOutOfRange | PointsSumOutOfRange | CostOutOfRange
 */
export function checkBallot(input: BallotInput, paper: BallotPaper): Ballot {
  switch (paper.voteType) {
    case 'approval':
      return checkKnapsackBallot(input, paper);
    case 'choose-1':
      return checkChooseOneBallot(input, paper);
    case 'ordinal':
      return checkOrdinalBallot(input, paper);
    case 'cumulative':
      return checkCumulativeBallot(input, paper);
    case 'scoring':
      return checkScoringBallot(input, paper);
  }
}

/** A set of projects within the length limits. */
export function checkApprovalBallot(input: BallotInput, paper: BallotPaper): Ballot {
  return { choices: inPaperOrder(plainChoices(input, paper), paper) };
}

/** At most one project; exactly one when `minLength` is 1. */
export function checkChooseOneBallot(input: BallotInput, paper: BallotPaper): Ballot {
  const limits = { ...paper.limits, maxLength: 1 };
  return { choices: plainChoices(input, { ...paper, limits }) };
}

/** A ranking, best first; its order is kept. */
export function checkOrdinalBallot(input: BallotInput, paper: BallotPaper): Ballot {
  return { choices: plainChoices(input, paper) };
}

/** A set of projects within the length limits and whose cost, by the paper, is within the cost limits. */
export function checkKnapsackBallot(input: BallotInput, paper: BallotPaper): Ballot {
  const ballot = checkApprovalBallot(input, paper);
  const { minSumCostMinor = 0, maxSumCostMinor = Number.MAX_SAFE_INTEGER } = paper.limits;
  const chosen = new Set(ballot.choices);
  const cost = paper.projects.reduce((sum, { id, costMinor }) => (chosen.has(id) ? sum + costMinor : sum), 0);
  const abstains = ballot.choices.length === 0;
  if (cost > maxSumCostMinor || (cost < minSumCostMinor && !abstains)) {
    throw new CostOutOfRange(minSumCostMinor, maxSumCostMinor, cost);
  }
  return ballot;
}

/** Points shared out over projects: each within its range and all together within theirs. */
export function checkCumulativeBallot(input: BallotInput, paper: BallotPaper): Ballot {
  const ballot = checkScoringBallot(input, paper);
  const { minSumPoints = 0, maxSumPoints = Number.MAX_SAFE_INTEGER } = paper.limits;
  const sum = ballot.points!.reduce((total, points) => total + points, 0);
  const abstains = ballot.choices.length === 0;
  if (sum > maxSumPoints || (sum < minSumPoints && !abstains)) {
    throw new PointsSumOutOfRange(minSumPoints, maxSumPoints, sum);
  }
  return ballot;
}

/** A score for each listed project, within the range for one project. Listed with 0 still counts as listed. */
export function checkScoringBallot(input: BallotInput, paper: BallotPaper): Ballot {
  const choices = distinctChoices(input, paper);
  const points = input.points;
  if (!isPointList(points) || points.length !== choices.length) throw new BallotMalformed('points');
  const { minPoints = 0, maxPoints = 2 ** 31 - 1 } = paper.limits;
  for (const given of points) {
    if (given < minPoints || given > maxPoints) throw new PointsOutOfRange(minPoints, maxPoints, given);
  }
  const place = placeOnPaper(paper);
  const entries = choices
    .map((id, i) => ({ id, given: points[i]! }))
    .sort((a, b) => b.given - a.given || place.get(a.id)! - place.get(b.id)!);
  return { choices: entries.map(({ id }) => id), points: entries.map(({ given }) => given) };
}

function plainChoices(input: BallotInput, paper: BallotPaper): string[] {
  if (input.points !== undefined) throw new BallotMalformed('points-not-expected');
  return distinctChoices(input, paper);
}

function distinctChoices({ choices }: BallotInput, paper: BallotPaper): string[] {
  if (!isIdList(choices)) throw new BallotMalformed('choices');
  const place = placeOnPaper(paper);
  const seen = new Set<string>();
  for (const id of choices) {
    if (!place.has(id)) throw new UnknownProject(id);
    if (seen.has(id)) throw new RepeatedChoice(id);
    seen.add(id);
  }
  const { minLength = 0, maxLength = paper.projects.length } = paper.limits;
  if (choices.length < minLength) throw new TooFewChoices(minLength, choices.length);
  if (choices.length > maxLength) throw new TooManyChoices(maxLength, choices.length);
  return [...choices];
}

function inPaperOrder(choices: readonly string[], paper: BallotPaper): string[] {
  const place = placeOnPaper(paper);
  return [...choices].sort((a, b) => place.get(a)! - place.get(b)!);
}

function placeOnPaper({ projects }: BallotPaper): ReadonlyMap<string, number> {
  return new Map(projects.map(({ id }, place) => [id, place]));
}

function isIdList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}

function isPointList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((points) => Number.isSafeInteger(points) && points >= 0);
}
