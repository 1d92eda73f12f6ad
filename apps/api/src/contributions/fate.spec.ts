import { describe, expect, it } from '@jest/globals';

import { fateOfMove, standpointOf, type Subject } from './fate.js';

describe('fateOfMove', () => {
  it.each([
    ['in-review', 'accepted', 'accepted'],
    ['in-review', 'not-taken-forward', 'not-taken-forward'],
    ['in-review', 'changes-asked', 'changes-asked'],
    ['on-ballot', 'funded', 'funded'],
    ['funded', 'in-delivery', 'in-delivery'],
    ['in-delivery', 'delivered', 'delivered'],
    ['submitted', 'merged', 'merged'],
    ['accepted', 'withdrawn', 'withdrawn'],
    ['not-taken-forward', 'in-review', 'looked-at-again'],
  ])('%s -> %s is told as %s', (from, to, fate) => {
    expect(fateOfMove(from, to)).toBe(fate);
  });

  it.each([
    ['draft', 'submitted'],
    ['submitted', 'in-review'],
    ['changes-asked', 'submitted'],
    ['accepted', 'on-ballot'],
    ['draft', 'withdrawn'],
  ])('%s -> %s is no news', (from, to) => {
    expect(fateOfMove(from, to)).toBeNull();
  });
});

describe('standpointOf', () => {
  const open: Subject = {
    proposalState: 'submitted',
    mergedInto: null,
    roundDecided: false,
    cancelledReason: null,
    reason: 'Because of this.',
  };

  it.each([
    ['author', 'submitted', 'waiting', false],
    ['support', 'in-review', 'in-review', false],
    ['comment', 'changes-asked', 'changes-asked', false],
    ['support', 'accepted', 'accepted', false],
    ['support', 'on-ballot', 'on-ballot', false],
    ['author', 'not-taken-forward', 'not-taken-forward', true],
    ['comment', 'funded', 'funded', true],
    ['support', 'not-funded', 'not-funded', true],
    ['author', 'in-delivery', 'in-delivery', true],
    ['author', 'delivered', 'delivered', true],
    ['support', 'stopped', 'stopped', true],
    ['support', 'withdrawn', 'withdrawn', true],
  ] as const)('%s of a proposal that is %s: %s', (kind, proposalState, standing, answered) => {
    expect(standpointOf(kind, { ...open, proposalState })).toMatchObject({ standing, answered });
  });

  it('gives the reason of the newest change', () => {
    expect(standpointOf('author', { ...open, proposalState: 'stopped' }).reason).toBe('Because of this.');
  });

  it('has no reason while nothing is settled, whatever was said before', () => {
    expect(standpointOf('author', { ...open, proposalState: 'in-review' }).reason).toBeNull();
  });

  it('says where a merged proposal goes on when nobody wrote it', () => {
    const merged = { ...open, proposalState: 'merged', mergedInto: 12, reason: null };
    expect(standpointOf('support', merged).reason).toBe('It goes on as part of proposal 12.');
  });

  it('knows of a vote only that it was decided on', () => {
    const vote = { ...open, proposalState: null };
    expect(standpointOf('vote', vote)).toMatchObject({ standing: 'waiting', answered: false });
    expect(standpointOf('vote', { ...vote, roundDecided: true })).toMatchObject({
      standing: 'decided',
      answered: true,
    });
  });

  it('answers what was open with the reason when the round is called off', () => {
    const cancelled = { ...open, cancelledReason: 'No money this year.' };
    expect(standpointOf('vote', { ...cancelled, proposalState: null }).standing).toBe('cancelled');
    expect(standpointOf('support', cancelled)).toEqual({
      standing: 'cancelled',
      answered: true,
      reason: 'No money this year.',
    });
    expect(standpointOf('support', { ...cancelled, proposalState: 'not-taken-forward' }).standing).toBe(
      'not-taken-forward',
    );
  });
});
