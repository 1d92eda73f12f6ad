import { describe, expect, it } from '@jest/globals';

import type { AimDto } from '../../indicators/index.js';
import { readiness, type ReadinessFacts } from './readiness.js';

const item = (proposalNumber: number, reason: string) => ({
  ...{ proposalNumber, title: 'T', shownTitle: 'T', reason, shownReason: reason, costPence: 1, votes: 1 },
  state: 'on-ballot' as const,
  chosen: false,
});
const letter = (reason: string) => ({
  ...{ title: 'T', round: 'R', opening: 'O', next: [], questions: 'Q', reason },
  funded: false,
});
const text = { title: 'T', summary: 'S', reasons: 'R', fairness: 'F', whatNext: 'N' };
const ready: ReadinessFacts = {
  voteFinished: true,
  countSigned: true,
  decision: { ...text, items: [item(1, 'Because.')], aims: [{} as AimDto] },
  letters: new Map([[1, letter('Because.')]]),
};
const missing = (facts: Partial<ReadinessFacts>) =>
  readiness({ ...ready, ...facts })
    .filter(({ met }) => !met)
    .map(({ code, missing: n }) => [code, n]);

describe('readiness', () => {
  it('has nothing missing when all of it is there', () => {
    expect(missing({})).toEqual([]);
    expect(readiness(ready)).toHaveLength(6);
  });

  it('asks for no vote where it was held elsewhere', () => {
    expect(readiness({ ...ready, voteFinished: null }).map(({ code }) => code)).not.toContain(
      'vote-finished',
    );
  });

  it('names everything that follows from a decision when there is none', () => {
    const nothing = { voteFinished: false, countSigned: false, decision: undefined, letters: new Map() };

    expect(missing(nothing).map(([code]) => code)).toEqual([
      ...['vote-finished', 'count-signed', 'decision-drafted', 'reasons', 'aim', 'letters'],
    ]);
  });

  it('counts what is not written yet', () => {
    const items = [item(1, ''), item(2, ' '), item(3, 'Because.')];
    const letters = new Map([
      [1, letter('')],
      [3, letter('Because.')],
    ]);

    expect(missing({ decision: { ...text, summary: '', fairness: ' ', items, aims: [] }, letters })).toEqual([
      ['decision-drafted', 2],
      ['reasons', 2],
      ['aim', 1],
      ['letters', 1],
    ]);
  });
});
