import { describe, expect, it } from '@jest/globals';

import type { VoteType } from '../model/election.js';
import { checkBallot } from './check-ballot.js';
import type { BallotLimits, BallotPaper } from './paper.js';

const projects = [
  { id: 'park', costMinor: 300 },
  { id: 'bike', costMinor: 500 },
  { id: 'tree', costMinor: 200 },
];
const paper = (voteType: VoteType, limits: BallotLimits = {}): BallotPaper => ({
  voteType,
  projects,
  limits,
});

describe('checkBallot', () => {
  it.each([
    ['approval', ['tree', 'park'], undefined, {}, { choices: ['park', 'tree'] }],
    ['approval', [], undefined, { minSumCostMinor: 1 }, { choices: [] }],
    ['choose-1', ['bike'], undefined, {}, { choices: ['bike'] }],
    ['ordinal', ['tree', 'park'], undefined, {}, { choices: ['tree', 'park'] }],
    [
      'cumulative',
      ['park', 'tree'],
      [1, 3],
      { maxSumPoints: 4 },
      { choices: ['tree', 'park'], points: [3, 1] },
    ],
    ['scoring', ['tree', 'park'], [2, 2], { maxPoints: 2 }, { choices: ['park', 'tree'], points: [2, 2] }],
  ] as const)(
    'accepts a %s ballot of %j and puts it in its one form',
    (type, choices, points, limits, ballot) => {
      const input = points === undefined ? { choices } : { choices, points };
      expect(checkBallot(input, paper(type, limits))).toEqual(ballot);
    },
  );

  it.each([
    ['approval', 'park', undefined, {}, 'ballot.malformed'],
    ['approval', [7], undefined, {}, 'ballot.malformed'],
    ['approval', ['park'], [1], {}, 'ballot.malformed'],
    ['approval', ['zoo'], undefined, {}, 'ballot.unknown-project'],
    ['approval', ['park', 'park'], undefined, {}, 'ballot.repeated-project'],
    ['approval', [], undefined, { minLength: 1 }, 'ballot.too-few'],
    ['approval', ['park', 'bike'], undefined, { maxLength: 1 }, 'ballot.too-many'],
    ['approval', ['park', 'bike'], undefined, { maxSumCostMinor: 799 }, 'ballot.cost-out-of-range'],
    ['approval', ['tree'], undefined, { minSumCostMinor: 201 }, 'ballot.cost-out-of-range'],
    ['choose-1', ['park', 'bike'], undefined, {}, 'ballot.too-many'],
    ['ordinal', ['park', 'bike', 'tree'], undefined, { maxLength: 2 }, 'ballot.too-many'],
    ['cumulative', ['park'], undefined, {}, 'ballot.malformed'],
    ['cumulative', ['park'], [1.5], {}, 'ballot.malformed'],
    ['cumulative', ['park', 'bike'], [1], {}, 'ballot.malformed'],
    ['cumulative', ['park', 'bike'], [2, 3], { maxSumPoints: 4 }, 'ballot.points-sum-out-of-range'],
    ['cumulative', ['park'], [2], { minSumPoints: 3 }, 'ballot.points-sum-out-of-range'],
    ['scoring', ['park'], [4], { maxPoints: 3 }, 'ballot.points-out-of-range'],
    ['scoring', ['park'], [1], { minPoints: 2 }, 'ballot.points-out-of-range'],
  ] as const)('refuses a %s ballot of %j with %j under %j: %s', (type, choices, points, limits, code) => {
    const input = points === undefined ? { choices } : { choices, points };
    const check = () => checkBallot(input, paper(type, limits));
    expect(check).toThrow(expect.objectContaining({ code }));
  });

  it('allows a knapsack ballot to cost exactly the limit', () => {
    expect(() =>
      checkBallot({ choices: ['park', 'bike'] }, paper('approval', { maxSumCostMinor: 800 })),
    ).not.toThrow();
  });
});
