import type { Election } from '../model/election.js';
import { ElectionInvalid, UnknownProject } from '../model/errors.js';
import { BallotGroups } from './ballot-groups.js';

/** Cost in whole currency units by which published files mark a project withdrawn after the vote. */
const withdrawnUnits = 999_999_999;

/**
 * The election as numbers: projects by index, identical ballots counted once with a weight.
 * Group g lists `project[k]` (ascending) with `points[k]` for k in [start[g], start[g + 1]).
 */
export interface Tally {
  readonly election: Election;
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Minor units, safe integers. */
  readonly costs: readonly number[];
  readonly budget: number;
  /** All ballots, empty ones included. */
  readonly n: number;
  /** Ballots that list the project. */
  readonly votes: readonly number[];
  /** Sum of `points`. */
  readonly score: readonly number[];
  readonly withdrawn: readonly boolean[];
  readonly weight: Int32Array;
  readonly start: Int32Array;
  readonly project: Int32Array;
  /** 1 for approvals; length - position for rankings; the points given otherwise. */
  readonly points: Int32Array;
}

const known = new WeakMap<Election, Tally>();

/**
 * Checks and groups the ballots; the result is kept as long as the election object lives.
 * An id listed twice on one ballot counts once, at its first place.
 *
 * @throws ElectionInvalid | UnknownProject
 */
export function tallyOf(election: Election): Tally {
  const made = known.get(election) ?? makeTally(election);
  known.set(election, made);
  return made;
}

function makeTally(election: Election): Tally {
  const ids = election.projects.map(({ id }) => id);
  const indexOf = checkedIndex(election);
  const groups = groupBallots(election, indexOf);
  return {
    election,
    ids,
    indexOf,
    costs: election.projects.map(({ costMinor }) => costMinor),
    budget: election.budgetMinor,
    n: election.ballots.length,
    withdrawn: election.projects.map(({ costMinor }) => costMinor === withdrawnUnits * election.minorPerUnit),
    ...totals(groups, ids.length),
    weight: groups.weight.slice(0, groups.count),
    start: groups.start.slice(0, groups.count + 1),
    project: groups.project.slice(0, groups.start[groups.count]),
    points: groups.points.slice(0, groups.start[groups.count]),
  };
}

function groupBallots({ ballots, voteType }: Election, indexOf: ReadonlyMap<string, number>): BallotGroups {
  const withPoints = voteType === 'cumulative' || voteType === 'scoring';
  const ranked = voteType === 'ordinal';
  const groups = new BallotGroups();
  for (let b = 0; b < ballots.length; b++) {
    const { choices, points } = ballots[b]!;
    if (withPoints && points?.length !== choices.length) {
      throw new ElectionInvalid('points do not line up with choices', `ballot ${b + 1}`);
    }
    for (let i = 0; i < choices.length; i++) {
      const project = indexOf.get(choices[i]!);
      if (project === undefined) throw new UnknownProject(choices[i]!);
      const given = withPoints ? points![i]! : ranked ? choices.length - i : 1;
      if (!(Number.isInteger(given) && given >= 0 && given < 2 ** 31)) {
        throw new ElectionInvalid('points are not whole numbers of at least 0', `ballot ${b + 1}`);
      }
      groups.list(project, given);
    }
    groups.close();
  }
  return groups;
}

function totals(groups: BallotGroups, projects: number): Pick<Tally, 'votes' | 'score'> {
  const votes = new Array<number>(projects).fill(0);
  const score = new Array<number>(projects).fill(0);
  for (let g = 0; g < groups.count; g++) {
    for (let k = groups.start[g]!; k < groups.start[g + 1]!; k++) {
      const p = groups.project[k]!;
      votes[p]! += groups.weight[g]!;
      score[p]! += groups.weight[g]! * groups.points[k]!;
    }
  }
  return { votes, score };
}

function checkedIndex({ projects, budgetMinor, minorPerUnit }: Election): Map<string, number> {
  if (!isAmount(budgetMinor)) throw new ElectionInvalid('not whole minor units', 'budget');
  if (!(Number.isInteger(minorPerUnit) && minorPerUnit > 0)) {
    throw new ElectionInvalid('not a whole number above 0', 'minor units per currency unit');
  }
  const indexOf = new Map<string, number>();
  projects.forEach(({ id, costMinor }, index) => {
    if (!isAmount(costMinor)) throw new ElectionInvalid('not whole minor units', `project ${id}`);
    if (indexOf.has(id)) throw new ElectionInvalid('id used twice', `project ${id}`);
    indexOf.set(id, index);
  });
  return indexOf;
}

function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
