import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import type { TieRule } from '../model/rule-spec.js';
import { tallyOf } from './tally.js';
import { compareCodePoints, tieOrder } from './tie-order.js';

const tally = tallyOf({
  projects: [
    { id: '9', costMinor: 20 },
    { id: '10', costMinor: 10 },
    { id: 'b', costMinor: 10 },
    { id: 'a', costMinor: 10 },
  ],
  ballots: [{ choices: ['b'] }, { choices: ['9'] }],
  budgetMinor: 1,
  voteType: 'approval',
  minorPerUnit: 1,
});

const ordered = (tie: TieRule, tieSeed?: string) => {
  const { rank } = tieOrder(tally, tieSeed === undefined ? { tie } : { tie, tieSeed });
  return tally.ids
    .map((_, p) => p)
    .sort((a, b) => rank[a]! - rank[b]!)
    .map((p) => tally.ids[p]);
};

describe('tieOrder', () => {
  it.each([
    ['id', ['10', '9', 'a', 'b']],
    ['paper-order', ['9', '10', 'b', 'a']],
    ['min-cost', ['b', '10', 'a', '9']],
    ['max-cost', ['9', 'b', '10', 'a']],
    ['max-votes', ['b', '9', '10', 'a']],
  ] as const)('orders by %s', (tie, ids) => expect(ordered(tie)).toEqual(ids));

  it('draws lots anybody can draw again with SHA-256', () => {
    const lot = (id: string) => createHash('sha256').update(`4 8 15 16\n${id}`).digest('hex');
    expect(ordered('lot', '4 8 15 16')).toEqual([...tally.ids].sort((a, b) => (lot(a) < lot(b) ? -1 : 1)));
    expect(ordered('lot', 'other')).not.toEqual(ordered('lot', '4 8 15 16'));
  });

  it('compares by code point where UTF-16 would not', () => {
    expect('\u{1F333}' < '\uFF21').toBe(true);
    expect(compareCodePoints('\u{1F333}', '\uFF21')).toBeGreaterThan(0);
    expect(compareCodePoints('a', 'ab')).toBeLessThan(0);
  });
});
