import { describe, expect, it } from '@jest/globals';
import { checkRuleSpec, count } from '@commonthread/voting';

import { comparedRules } from './compared-rules.js';

const projects = [
  { id: 'a', costMinor: 60 },
  { id: 'b', costMinor: 60 },
];

describe('comparedRules', () => {
  it.each([
    ['approval', [{ choices: ['b'] }, { choices: ['b'] }, { choices: ['a'] }], 'b'],
    [
      'cumulative',
      [
        { choices: ['b'], points: [1] },
        { choices: ['b'], points: [1] },
        { choices: ['a'], points: [5] },
      ],
      'a',
    ],
    ['ordinal', [{ choices: ['a', 'b'] }, { choices: ['b', 'a'] }, { choices: ['a'] }], 'a'],
  ] as const)(
    'puts the round’s own rule first and counts %s ballots by what they say',
    (voteType, ballots, winner) => {
      const election = { projects, ballots, voteType, budgetMinor: 100, minorPerUnit: 100 };

      const own = checkRuleSpec({ rule: 'phragmen', completion: 'utilitarian' });
      const compared = comparedRules(own, voteType);

      expect(compared.map(({ key }) => key)).toEqual(['own', 'greedy', 'equal-shares', 'max-welfare']);
      expect(compared[0]?.rule).toBe(own);
      expect(compared[1] && count(election, compared[1].rule).winners).toEqual([winner]);
    },
  );
});
