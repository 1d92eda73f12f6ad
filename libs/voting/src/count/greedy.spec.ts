import { describe, expect, it } from '@jest/globals';

import { count } from './count.js';
import type { Election, Project } from '../model/election.js';
import { checkRuleSpec } from '../spec/check-rule-spec.js';

/** Each project with its cost and votes; every vote is a ballot of its own. */
function election(budgetMinor: number, list: readonly (Project & { votes: number })[]): Election {
  const ballots = list.flatMap(({ id, votes }) => Array.from({ length: votes }, () => ({ choices: [id] })));
  return { projects: list, ballots, budgetMinor, voteType: 'approval', minorPerUnit: 1 };
}

const project = (id: string, costMinor: number, votes: number, group: Partial<Project> = {}) => ({
  id,
  costMinor,
  votes,
  ...group,
});
const run = (given: Election, spec: object) =>
  count(given, checkRuleSpec({ rule: 'greedy', tie: 'id', ...spec }));

describe('greedy city variants', () => {
  const given = election(100, [
    project('a', 60, 9),
    project('b', 50, 8),
    project('c', 30, 7),
    project('d', 40, 6),
  ]);

  it.each([
    [{}, ['a', 'c']],
    [{ onMisfit: 'stop' }, ['a']],
    [{ onMisfit: 'reserve' }, ['a', 'b']],
    [{ onMisfit: 'reserve', reservePercent: 81 }, ['a']],
    [{ minVotes: 9 }, ['a']],
    [{ minVotesPercent: 24 }, ['a', 'b'].slice(0, 1)],
    [{ conflicts: [['a', 'c']] }, ['a', 'd']],
  ])('%j funds %j', (spec, winners) => expect(run(given, spec).winners).toEqual(winners));

  it('leaves out what nobody voted for, unless no vote is needed', () => {
    const unloved = election(100, [project('a', 60, 9), project('b', 30, 0)]);
    const outcome = run(unloved, {});
    expect([outcome.winners, outcome.projects[1]!.reason]).toEqual([['a'], { kind: 'no-support' }]);
    expect(run(unloved, { minVotes: 0 }).winners).toEqual(['a', 'b']);
  });

  it('tells what came from the reserve', () => {
    const { projects, totalCostMinor } = run(given, { onMisfit: 'reserve' });
    expect([projects[1]!.reason, totalCostMinor]).toEqual([
      { kind: 'funded-from-reserve', round: 2, reserveMinor: 10 },
      110,
    ]);
  });

  it('says how many more votes would have been enough, and they are', () => {
    const reason = run(given, {}).projects[1]!.reason;
    expect(reason).toEqual({
      kind: 'did-not-fit',
      phase: 'rule',
      remainingMinor: 40,
      shortMinor: 10,
      lacked: { measure: 'votes', more: 2 },
    });
    const withMore = (more: number) => {
      const ballots = [...given.ballots, ...Array.from({ length: more }, () => ({ choices: ['b'] }))];
      return run({ ...given, ballots }, {}).winners.includes('b');
    };
    expect([withMore(1), withMore(2)]).toEqual([false, true]);
  });

  const capped = election(100, [
    project('a', 40, 9, { categories: ['park', 'play'] }),
    project('b', 30, 8, { categories: ['park'], neighbourhood: 'north' }),
    project('c', 20, 7, { categories: ['play'], neighbourhood: 'north' }),
    project('d', 20, 6, { neighbourhood: 'north' }),
  ]);

  it.each([
    [{ categoryCaps: { park: 50 } }, ['a', 'c', 'd']],
    [{ categoryCaps: { park: 50, play: 50 } }, ['a', 'd']],
    [{ neighbourhoodCaps: { north: 50 } }, ['a', 'b', 'c']],
    [{ categoryCaps: { park: 50 }, leftover: 'fill' }, ['a', 'c', 'd']],
    [{ categoryCaps: { park: 50, play: 50 }, leftover: 'fill' }, ['a', 'd', 'b']],
    [{ neighbourhoodCaps: { north: 30 }, onMisfit: 'stop' }, ['a', 'b']],
  ])('%j funds %j', (spec, winners) => expect(run(capped, spec).winners).toEqual(winners));

  it('gives the last money to the next project in part', () => {
    const outcome = run(capped, { categoryCaps: { park: 50 }, leftover: 'part' });
    expect(outcome.projects[1]!.reason).toEqual({ kind: 'part-funded', grantedMinor: 20, shortMinor: 10 });
    expect(outcome.totalCostMinor).toBe(80);
  });
});
