import { describe, expect, it } from '@jest/globals';

import { phaseFaults, type Phase } from './phases.js';
import { type RoundTimes, roundStateAt } from './round-state.js';

const day = (n: number): Date => new Date(Date.UTC(2026, 0, n, 9));

/** ideas 2-5, review 6-8, voting 10-12, counting 13-14, delivering 20-30 January, each at 9. */
const phases: Phase[] = [
  { kind: 'ideas', opensAt: day(2), closesAt: day(5) },
  { kind: 'review', opensAt: day(6), closesAt: day(8) },
  { kind: 'voting', opensAt: day(10), closesAt: day(12) },
  { kind: 'counting', opensAt: day(13), closesAt: day(14) },
  { kind: 'delivering', opensAt: day(20), closesAt: day(30) },
];
const opened: RoundTimes = {
  openedAt: day(1),
  phases,
  override: null,
  cancelledAt: null,
  decidedAt: null,
  imported: false,
};
const decided = { ...opened, decidedAt: day(16) };
const overridden = (phase: NonNullable<RoundTimes['override']>['phase'], at: number): RoundTimes => ({
  ...opened,
  override: { phase, at: day(at) },
});

describe('roundStateAt', () => {
  it.each<[string, RoundTimes, number, string, number | null, number | null]>([
    ['a draft stays a draft', { ...opened, openedAt: null }, 11, 'draft', null, null],
    ['opened ahead of its first phase', opened, 1.5, 'draft', null, 2],
    ['the very moment ideas open', opened, 2, 'ideas', 2, 5],
    ['the very moment ideas close', opened, 5, 'review', 5, 10],
    ['a gap after ideas is review', opened, 5.5, 'review', 5, 10],
    ['review', opened, 7, 'review', 5, 10],
    ['a gap before voting is still review', opened, 9, 'review', 5, 10],
    ['voting', opened, 10, 'voting', 10, 12],
    ['the very moment voting closes', opened, 12, 'counting', 12, null],
    ['counting', opened, 13.5, 'counting', 12, null],
    ['counting lasts until it is decided', opened, 25, 'counting', 12, null],
    ['decided', decided, 17, 'decided', 16, 20],
    ['just before the decision', decided, 15, 'counting', 12, 16],
    ['delivering', decided, 21, 'delivering', 20, 30],
    ['closed', decided, 31, 'closed', 30, null],
    ['decided late, straight to delivery', { ...opened, decidedAt: day(22) }, 23, 'delivering', 22, 30],
    ['no delivery planned', { ...decided, phases: phases.slice(0, 4) }, 40, 'decided', 16, null],
    ['decided during the count window', { ...opened, decidedAt: day(13.5) }, 13.75, 'decided', 13.5, 20],
    ['cancelled', { ...decided, cancelledAt: day(11) }, 25, 'cancelled', 11, null],

    ['voting early, until voting closes', overridden('voting', 7), 9, 'voting', 7, 12],
    ['voting early has closed', overridden('voting', 7), 12, 'counting', 12, null],
    ['before an override was made', overridden('voting', 7), 6, 'review', 5, 7],
    ['voting ended early', overridden('counting', 11), 11.5, 'counting', 11, null],
    ['ideas extended, until somebody acts', overridden('ideas', 7), 11, 'ideas', 7, null],
    ['voting extended, until somebody acts', overridden('voting', 13), 25, 'voting', 13, null],
    ['a decision ends it', { ...overridden('voting', 13), decidedAt: day(16) }, 17, 'decided', 16, 20],
    ['said to be decided', overridden('decided', 15), 16, 'decided', 15, 20],
    ['said to be decided, then delivering', overridden('decided', 15), 20, 'delivering', 20, 30],
    ['said to be decided in delivery', { ...decided, ...overridden('decided', 22) }, 23, 'decided', 22, null],
    ['delivering early', { ...overridden('delivering', 17), decidedAt: day(16) }, 18, 'delivering', 17, 30],
    ['closed early', { ...overridden('closed', 21), decidedAt: day(16) }, 22, 'closed', 21, null],

    ['imported without dates', { ...opened, phases: [], imported: true }, 5, 'counting', 1, null],
    ['imported and decided', { ...decided, phases: [], imported: true }, 17, 'decided', 16, null],
  ])('%s', (_, round, now, state, since, next) => {
    expect(roundStateAt(round, day(now))).toEqual({
      state,
      since: since === null ? null : day(since),
      nextChangeAt: next === null ? null : day(next),
    });
  });

  it('never goes back by itself', () => {
    const order = ['draft', 'ideas', 'review', 'voting', 'counting', 'decided', 'delivering', 'closed'];
    for (const round of [opened, decided, overridden('voting', 7), overridden('counting', 11)]) {
      const seen = Array.from({ length: 160 }, (_, n) =>
        order.indexOf(roundStateAt(round, day(n / 4)).state),
      );
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    }
  });
});

describe('phaseFaults', () => {
  const codes = (list: Phase[]) => phaseFaults(list).map(({ field, code }) => `${field} ${code}`);
  const changed = (n: number, change: Partial<Phase>) =>
    phases.map((phase, at) => (at === n ? { ...phase, ...change } : phase));

  it('accepts a timetable with gaps, with or without delivery, and phases that touch', () => {
    expect(codes(phases)).toEqual([]);
    expect(codes(phases.slice(0, 4))).toEqual([]);
    expect(codes(changed(1, { opensAt: day(5), closesAt: day(10) }))).toEqual([]);
  });

  it('names every fault at once', () => {
    expect(codes([])).toHaveLength(4);
    expect(codes(phases.slice(1))).toEqual(['phases phase-missing']);
    expect(codes(changed(0, { closesAt: day(2) }))).toEqual(['phases.0.closesAt closes-before-it-opens']);
    expect(codes(changed(2, { opensAt: day(7) }))).toEqual(['phases.2.opensAt overlaps']);
    expect(codes([phases[1]!, phases[0]!, ...phases.slice(2)])).toEqual(['phases.1.kind out-of-order']);
    expect(codes([...phases, phases[4]!])).toEqual(['phases.5.kind out-of-order']);
  });
});
