import { describe, expect, it } from '@jest/globals';

import { limitsOf } from './manifest-of.js';

const round = { minChoices: null, maxChoices: null, pointsPerBallot: null, budgetPence: 90_000 } as const;

describe('limitsOf', () => {
  it.each([
    [{ ...round, ballotStyle: 'approval', maxChoices: 4 } as const, { maxLength: 4 }],
    [{ ...round, ballotStyle: 'approval', minChoices: 1 } as const, { minLength: 1 }],
    [{ ...round, ballotStyle: 'knapsack' } as const, { maxSumCostMinor: 90_000 }],
    [{ ...round, ballotStyle: 'points', pointsPerBallot: 10 } as const, { maxSumPoints: 10 }],
    [{ ...round, ballotStyle: 'ranked', maxChoices: 3 } as const, { maxLength: 3 }],
    [{ ...round, ballotStyle: 'choose-1', maxChoices: 3 } as const, {}],
  ])('%j', (form, limits) => {
    expect(limitsOf(form)).toEqual(limits);
  });
});
