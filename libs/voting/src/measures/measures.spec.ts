import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { count } from '../count/count.js';
import type { Election } from '../model/election.js';
import { effectiveSupport } from '../explain/effective-support.js';
import { checkRuleSpec } from '../spec/check-rule-spec.js';
import { measures } from './measures.js';
import { gini } from './served-voters.js';

const ids = ['a', 'b', 'c', 'd', 'e'];
const elections: fc.Arbitrary<Election> = fc
  .array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 })
  .chain((costs) =>
    fc.record({
      projects: fc.constant(costs.map((costMinor, i) => ({ id: ids[i]!, costMinor }))),
      ballots: fc.array(
        fc.subarray(ids.slice(0, costs.length)).map((choices) => ({ choices })),
        { maxLength: 9 },
      ),
      budgetMinor: fc.integer({ min: 0, max: 120 }),
      voteType: fc.constant('approval' as const),
      minorPerUnit: fc.constant(1),
    }),
  );

describe('measures', () => {
  const election: Election = {
    projects: [
      { id: 'a', costMinor: 60, categories: ['park'], neighbourhood: 'north' },
      { id: 'b', costMinor: 40, categories: ['park', 'play'], neighbourhood: 'south' },
      { id: 'c', costMinor: 50 },
    ],
    ballots: [['a'], ['a', 'b'], ['c'], []].map((choices) => ({ choices })),
    budgetMinor: 100,
    voteType: 'approval',
    minorPerUnit: 1,
  };

  it('counts who got what', () => {
    expect(measures(election, { winners: ['a', 'b'] })).toMatchObject({
      ballots: 4,
      abstentions: 1,
      winners: 2,
      spentMinor: 100,
      votersWithWinner: 2,
      exclusionRatio: 0.5,
      winnersPerVoter: [2, 1, 1],
      averageWinners: 0.75,
      averageCostMinor: (60 + 100) / 4,
      powerInequality: (5 / 25 + 45 / 25 + 1 + 1) / 4,
      winnersBeyondShares: ['a', 'b'],
    });
  });

  it('sets spending beside votes, for categories and neighbourhoods', () => {
    const { categories, neighbourhoods } = measures(election, { winners: ['a', 'b'] });
    expect(
      categories.map(({ name, spentMinor, spendShare, voteShare }) => [
        name,
        spentMinor,
        spendShare,
        voteShare,
      ]),
    ).toEqual([
      ['park', 80, 0.8, 2.5 / 4],
      ['play', 20, 0.2, 0.5 / 4],
      [null, 0, 0, 1 / 4],
    ]);
    expect(neighbourhoods.map(({ name, winners }) => [name, winners])).toEqual([
      ['north', 1],
      ['south', 1],
      [null, 0],
    ]);
  });

  it('knows the Gini coefficient of simple cases', () => {
    expect(gini([[1, 10]])).toBeCloseTo(0);
    expect(
      gini([
        [0, 3],
        [8, 1],
      ]),
    ).toBeCloseTo(0.75);
    expect(gini([[0, 5]])).toBe(0);
  });

  it('finds the same misses of EJR+ up to one project as trying every group of voters', () => {
    fc.assert(
      fc.property(elections, fc.constantFrom('greedy', 'phragmen'), (given, rule) => {
        const { winners } = count(given, checkRuleSpec({ rule }));
        const cost = (id: string) => given.projects.find((project) => project.id === id)!.costMinor;
        const missed = given.projects.filter(({ id, costMinor }) => {
          if (winners.includes(id)) return false;
          const has = given.ballots
            .filter(({ choices }) => choices.includes(id))
            .map(({ choices }) =>
              choices.reduce((sum, choice) => (winners.includes(choice) ? sum + cost(choice) : sum), 0),
            );
          for (let group = 1; group < 2 ** has.length; group++) {
            const members = has.filter((_, i) => (group >> i) & 1);
            if (
              (Math.max(...members) + costMinor) * given.ballots.length <
              members.length * given.budgetMinor
            )
              return true;
          }
          return false;
        });
        const found = measures(given, { winners }).ejrPlusViolations.map(({ projectId }) => projectId);
        expect(found).toEqual(missed.map(({ id }) => id));
      }),
      { numRuns: 300 },
    );
  });

  it('finds none after Equal Shares with cost utilities', () => {
    fc.assert(
      fc.property(elections, (given) => {
        const outcome = count(given, checkRuleSpec({ rule: 'equal-shares', completion: 'none' }));
        expect(measures(given, outcome).ejrPlusViolations).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('effectiveSupport', () => {
  it('is at most 100 for losers, at least 100 for winners, and no more than too few supporters had', () => {
    fc.assert(
      fc.property(elections, fc.constantFrom('none', 'add1'), (given, completion) => {
        if (given.ballots.length === 0) return;
        const outcome = count(given, checkRuleSpec({ rule: 'equal-shares', completion }));
        const support = effectiveSupport(
          given,
          outcome,
          given.projects.map(({ id }) => id),
        );
        for (const { id, funded, reason, costMinor } of outcome.projects) {
          if (funded) expect(support.get(id)).toBeGreaterThanOrEqual(100);
          else expect(support.get(id)).toBeLessThanOrEqual(100);
          if (reason.kind === 'supporters-too-few') {
            expect(support.get(id)).toBeLessThanOrEqual(
              Math.floor((100 * (reason.moneyMinor + 1)) / costMinor),
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is asked of Equal Shares outcomes only', () => {
    const given: Election = {
      projects: [],
      ballots: [],
      budgetMinor: 1,
      voteType: 'approval',
      minorPerUnit: 1,
    };
    expect(() => effectiveSupport(given, count(given, checkRuleSpec({ rule: 'greedy' })))).toThrow(
      'not an Equal Shares',
    );
  });
});
