import { describe, expect, it } from '@jest/globals';

import { rollClosesAt } from './roll-closes.js';

const day = (d: string) => new Date(`${d}T00:00:00Z`);
const voting = { kind: 'voting' as const, opensAt: day('2026-06-01'), closesAt: day('2026-06-08') };
const round = { state: 'review' as const, phases: [voting], imported: false, now: day('2026-05-01') };

describe('rollClosesAt', () => {
  it.each(['ideas', 'review'] as const)(
    'is the opening of the vote while the round is open for %s',
    (state) => {
      expect(rollClosesAt({ ...round, state })).toEqual(voting.opensAt);
    },
  );

  it.each([
    ['a draft', { state: 'draft' as const }],
    ['a vote that is on', { state: 'voting' as const }],
    ['a round that is over', { state: 'closed' as const }],
    ['an election held elsewhere', { imported: true }],
    ['a round held in review past its day', { now: day('2026-06-02') }],
    ['a round without a vote', { phases: [] }],
  ])('is none for %s', (_, change) => expect(rollClosesAt({ ...round, ...change })).toBeNull());
});
