import { describe, expect, it } from '@jest/globals';

import { count } from '../count/count.js';
import type { Election } from '../model/election.js';
import { checkRuleSpec } from '../spec/check-rule-spec.js';
import { moneyLeft } from './money-left.js';
import { moneySentence } from './money-sentence.js';

const format = { money: (minor: number) => `£${minor.toLocaleString('en-GB')}` };

/** Each project with its cost and votes; every vote is a ballot of its own. */
function election(...list: readonly (readonly [string, number, number])[]): Election {
  return {
    projects: list.map(([id, costMinor]) => ({ id, costMinor })),
    ballots: list.flatMap(([id, , votes]) => Array.from({ length: votes }, () => ({ choices: [id] }))),
    budgetMinor: 100,
    voteType: 'approval',
    minorPerUnit: 1,
  };
}
const told = (given: Election, spec: object) =>
  moneySentence(count(given, checkRuleSpec(spec)), { ...format, fate: 'it stays with the council' });
const given = election(['a', 60, 9], ['b', 50, 8], ['c', 30, 7], ['d', 5, 0]);

describe('what becomes of the money', () => {
  it.each([
    [
      { rule: 'greedy', minVotes: 0 },
      '£5 of £100 is left because every project that was not funded costs more than that',
    ],
    [{ rule: 'greedy' }, '£10 of £100 is left because nobody voted for a project that would fit'],
    [{ rule: 'greedy', minVotes: 8 }, '£40 of £100 is left because what would fit has too few votes'],
    [{ rule: 'greedy', onMisfit: 'stop' }, 'because the count ends at the first project that does not fit'],
    [{ rule: 'greedy', conflicts: [['a', 'c']] }, 'because what would fit excludes a project that is funded'],
    [
      { rule: 'equal-shares', completion: 'none' },
      'because Equal Shares only spends what a project’s own supporters have left, and this round does not fill up',
    ],
  ])('%j: %s', (spec, words) => {
    const sentence = told(given, spec);
    expect(sentence).toContain(words);
    expect(sentence).toMatch(/; it stays with the council\.$/);
  });

  it('says which rule allows more than the budget', () => {
    const outcome = count(given, checkRuleSpec({ rule: 'greedy', onMisfit: 'reserve' }));
    expect([moneyLeft(outcome), moneySentence(outcome, format)]).toEqual([
      -10,
      '£10 more than the £100 is spent: this rule pays the first project that does not fit out of a reserve when at least 80% of its cost is left.',
    ]);
  });

  it('counts a part of a cost as spent, and says when all is', () => {
    expect(told(given, { rule: 'greedy', onMisfit: 'stop', leftover: 'part' })).toBe(
      'The whole £100 is spent.',
    );
    expect(told(election(['a', 60, 9]), { rule: 'greedy' })).toContain('because every project is funded;');
  });
});
