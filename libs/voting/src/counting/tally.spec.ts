import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Election } from '../model/election.js';
import { tallyOf } from './tally.js';

const base: Election = {
  projects: ['a', 'b', 'c'].map((id) => ({ id, costMinor: 1 })),
  ballots: [],
  budgetMinor: 1,
  voteType: 'approval',
  minorPerUnit: 100,
};

describe('tallyOf', () => {
  it('keeps one group per distinct ballot, empty ballots included', () => {
    const ballots = [['a', 'b'], [], ['b', 'a'], ['c'], []].map((choices) => ({ choices }));
    const tally = tallyOf({ ...base, ballots });
    expect([tally.n, [...tally.weight]]).toEqual([5, [2, 2, 1]]);
    expect([tally.votes, tally.score]).toEqual([
      [2, 2, 1],
      [2, 2, 1],
    ]);
  });

  it('scores rankings from the length of the ballot, last listed 1', () => {
    const ballots = [['a', 'b', 'c'], ['b']].map((choices) => ({ choices }));
    expect(tallyOf({ ...base, voteType: 'ordinal', ballots }).score).toEqual([3, 3, 1]);
  });

  it('counts many distinct ballots like a plain sum', () => {
    const ids = Array.from({ length: 9 }, (_, i) => `p${i}`);
    const ballot = fc
      .shuffledSubarray(ids)
      .map((choices) => ({ choices, points: choices.map((_, i) => i % 4) }));
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 300 }), (ballots) => {
        const projects = ids.map((id) => ({ id, costMinor: 1 }));
        const tally = tallyOf({ ...base, projects, ballots, voteType: 'cumulative' });
        const sum = (id: string) =>
          ballots.reduce((total, { choices, points }) => total + (points[choices.indexOf(id)] ?? 0), 0);
        expect(tally.score).toEqual(ids.map(sum));
        expect(tally.votes).toEqual(
          ids.map((id) => ballots.filter(({ choices }) => choices.includes(id)).length),
        );
        expect(tally.weight.reduce((total, weight) => total + weight, 0)).toBe(ballots.length);
        const distinct = new Set(
          ballots.map((b) =>
            b.choices
              .map((id, i) => `${id}=${b.points[i]}`)
              .sort()
              .join(),
          ),
        );
        expect(tally.weight).toHaveLength(distinct.size);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [{ budgetMinor: 0.5 }, 'election.invalid'],
    [{ minorPerUnit: 0 }, 'election.invalid'],
    [{ projects: [{ id: 'a', costMinor: -1 }] }, 'election.invalid'],
    [
      {
        projects: [
          { id: 'a', costMinor: 1 },
          { id: 'a', costMinor: 2 },
        ],
      },
      'election.invalid',
    ],
    [{ ballots: [{ choices: ['zoo'] }] }, 'ballot.unknown-project'],
    [{ voteType: 'cumulative' as const, ballots: [{ choices: ['a'] }] }, 'election.invalid'],
    [{ voteType: 'scoring' as const, ballots: [{ choices: ['a'], points: [-1] }] }, 'election.invalid'],
  ])('refuses %j', (part, code) => {
    expect(() => tallyOf({ ...base, ...part })).toThrow(expect.objectContaining({ code }));
  });
});
