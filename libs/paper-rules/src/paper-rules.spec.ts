import type { StylePaper } from '@commonthread/ballot-protocol';
import { describe, expect, it } from '@jest/globals';

import { checkChoices, countBallots } from './paper-rules.js';

const project = (id: string, costMinor: number) => ({
  ...{ id, title: id, costMinor, categories: [], neighbourhood: null },
});
const paper = (over: Partial<StylePaper>): StylePaper => ({
  ...{ style: 'city', title: 'City', issuerKey: '', voteType: 'approval', limits: {}, budgetMinor: 100 },
  ...{ projects: [project('b', 60), project('a', 50), project('c', 40)], rule: { rule: 'greedy' } },
  ...over,
});

describe('checkChoices', () => {
  it('puts an approval ballot in paper order', () => {
    expect(checkChoices(paper({}), ['a', 'b'])).toEqual(['b', 'a']);
  });

  it('keeps a ranking as it is', () => {
    expect(checkChoices(paper({ voteType: 'ordinal' }), ['c', 'a'])).toEqual(['c', 'a']);
  });

  it('orders points downwards and takes an empty ballot', () => {
    const points = paper({ voteType: 'cumulative', limits: { maxSumPoints: 5 } });
    expect(checkChoices(points, [['a', 1], ['c', 4]])).toEqual([['c', 4], ['a', 1]]); // prettier-ignore
    expect(checkChoices(points, [])).toEqual([]);
    expect(() => checkChoices(points, [['a', 6]])).toThrow();
    expect(() => checkChoices(points, ['a'])).toThrow();
    expect(() => checkChoices(points, ['a', ['b', 1]])).toThrow();
  });

  it.each([[['d']], [['a', 'a']], [[['a', 1] as const]], [['a', 'b']]])(
    'refuses %j on a knapsack paper of 100',
    (choices) => {
      expect(() => checkChoices(paper({ limits: { maxSumCostMinor: 100 } }), choices)).toThrow();
    },
  );
});

describe('countBallots', () => {
  it('counts by the rule of the paper', () => {
    expect(countBallots(paper({}), 100, [['b'], ['b', 'c'], ['a'], []])).toEqual({
      ballots: 4,
      winners: ['b', 'c'],
      totalCostMinor: 100,
      projects: [
        { id: 'b', votes: 2, score: 2 },
        { id: 'a', votes: 1, score: 1 },
        { id: 'c', votes: 1, score: 1 },
      ],
    });
  });

  it('refuses a rule version it does not have', () => {
    expect(() => countBallots(paper({ rule: { rule: 'greedy', version: '0.0.1' } }), 100, [])).toThrow();
  });
});
