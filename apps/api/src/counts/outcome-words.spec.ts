import { describe, expect, it } from '@jest/globals';
import { checkRuleSpec, count, effectiveSupport } from '@commonthread/voting';

import { moneyWords } from './money-words.js';
import { projectRows, tieSentences } from './outcome-words.js';

const election = {
  projects: [
    { id: '1', costMinor: 60_000 },
    { id: '2', costMinor: 40_000 },
    { id: '3', costMinor: 40_000 },
  ],
  ballots: [{ choices: ['1'] }, { choices: ['2', '1'] }, { choices: ['2'] }, { choices: ['3'] }],
  budgetMinor: 100_000,
  voteType: 'approval',
  minorPerUnit: 100,
} as const;
const titles = new Map([
  ['1', 'The park'],
  ['2', 'The bench'],
  ['3', 'The tree'],
]);

describe('the words of an outcome', () => {
  it('gives every project its reason, in the money of the round', () => {
    const outcome = count(election, checkRuleSpec({ rule: 'greedy' }));
    const rows = projectRows({ outcome, effectiveSupport: {} }, titles, 'PLN');

    expect(rows.find(({ ballotId }) => ballotId === '3')?.sentences.join()).toMatch(/^Not funded.*PLN 400/);
    expect(
      rows.filter(({ funded }) => funded).every(({ sentences }) => sentences[0]?.startsWith('Funded')),
    ).toBe(true);
  });

  it('says how near a loser of Equal Shares came', () => {
    const outcome = count(election, checkRuleSpec({ rule: 'equal-shares', completion: 'none' }));
    const support = Object.fromEntries(effectiveSupport(election, outcome));
    const tree = projectRows({ outcome, effectiveSupport: support }, titles, 'GBP').at(-1);

    expect(tree?.sentences.at(-1)).toMatch(/^Effective support: 62%/);
  });

  it('names what was level and why one was taken', () => {
    const outcome = count(election, checkRuleSpec({ rule: 'greedy', tie: 'id' }));

    expect(tieSentences(outcome, titles)).toEqual([
      'The park and The bench were exactly level. The park was taken because its number on the ballot paper comes first.',
    ]);
  });
});

describe('moneyWords', () => {
  it('shows pence only where there are any', () => {
    expect([430_000, 430_050].map(moneyWords('GBP'))).toEqual(['£4,300', '£4,300.50']);
    expect(moneyWords('HUF')(500_000)).toMatch(/^HUF \d/);
  });
});
