import type { Election } from '../election.js';
import { ElectionInvalid, UnknownProject } from '../errors.js';

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
  const groups = new Map<string, { entries: number[]; weight: number }>();
  const withPoints = election.voteType === 'cumulative' || election.voteType === 'scoring';
  const ranked = election.voteType === 'ordinal';
  election.ballots.forEach(({ choices, points }, b) => {
    if (withPoints && points?.length !== choices.length) {
      throw new ElectionInvalid('points do not line up with choices', `ballot ${b + 1}`);
    }
    const entries: number[] = [];
    choices.forEach((id, position) => {
      const index = indexOf.get(id);
      if (index === undefined) throw new UnknownProject(id);
      const given = withPoints ? points![position]! : ranked ? choices.length - position : 1;
      if (!(Number.isInteger(given) && given >= 0 && given < 2 ** 31)) {
        throw new ElectionInvalid('points are not whole numbers of at least 0', `ballot ${b + 1}`);
      }
      insert(entries, index, given);
    });
    const key = groupKey(entries);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { entries, weight: 1 });
    else group.weight++;
  });
  return {
    election,
    ids,
    indexOf,
    costs: election.projects.map(({ costMinor }) => costMinor),
    budget: election.budgetMinor,
    n: election.ballots.length,
    withdrawn: election.projects.map(({ costMinor }) => costMinor === withdrawnUnits * election.minorPerUnit),
    ...flatten([...groups.values()], ids.length),
  };
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

/** Keeps [project, points, project, points, ...] ascending by project, first mention wins. */
function insert(entries: number[], project: number, points: number): void {
  let at = entries.length;
  while (at > 0 && entries[at - 2]! > project) at -= 2;
  if (at > 0 && entries[at - 2] === project) return;
  if (at === entries.length) entries.push(project, points);
  else entries.splice(at, 0, project, points);
}

function groupKey(entries: readonly number[]): string {
  let key = '';
  for (const value of entries) key += String.fromCharCode(value & 0xffff, value >>> 16);
  return key;
}

function flatten(groups: readonly { entries: number[]; weight: number }[], projects: number) {
  const size = groups.reduce((sum, { entries }) => sum + entries.length / 2, 0);
  const weight = new Int32Array(groups.length);
  const start = new Int32Array(groups.length + 1);
  const project = new Int32Array(size);
  const points = new Int32Array(size);
  const votes = new Array<number>(projects).fill(0);
  const score = new Array<number>(projects).fill(0);
  let at = 0;
  groups.forEach((group, g) => {
    weight[g] = group.weight;
    for (let i = 0; i < group.entries.length; i += 2, at++) {
      const p = group.entries[i]!;
      project[at] = p;
      points[at] = group.entries[i + 1]!;
      votes[p] = votes[p]! + group.weight;
      score[p] = score[p]! + group.weight * group.entries[i + 1]!;
    }
    start[g + 1] = at;
  });
  return { weight, start, project, points, votes, score };
}
