import { describe, expect, it } from '@jest/globals';
import { checkRuleSpec, count } from '@commonthread/voting';

import { moneyLeftWords } from './money-words.js';

const outcome = count(
  {
    projects: [
      { id: 'a', costMinor: 60_000_00 },
      { id: 'b', costMinor: 11_500_00 },
    ],
    ballots: [...Array.from({ length: 8 }, () => ({ choices: ['a'] })), { choices: ['b'] }],
    budgetMinor: 80_000_00,
    voteType: 'approval',
    minorPerUnit: 100,
  },
  checkRuleSpec({ rule: 'equal-shares', completion: 'none' }),
);

describe('what is left of the money', () => {
  it('says how much, why and what happens to it, in one sentence', () => {
    expect(moneyLeftWords(outcome, { currency: 'GBP', imported: false })).toBe(
      '£20,000 of £80,000 is left because Equal Shares only spends what a project’s own supporters have left, and this round does not fill up the rest by votes; it is not spent in this round and stays with the council.',
    );
  });

  it('does not claim to know what another city did with it', () => {
    expect(moneyLeftWords(outcome, { currency: 'PLN', imported: true })).toMatch(
      /spends it on nothing else\.$/,
    );
  });
});
