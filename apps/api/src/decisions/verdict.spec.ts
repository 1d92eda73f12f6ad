import { describe, expect, it } from '@jest/globals';

import { judgingWave, verdictOf, type VerdictInput } from './verdict.js';

const before = { percent: (111 / 428) * 100, effectiveN: 428, selfSelected: false };
const after = { percent: (139 / 430) * 100, effectiveN: 430, selfSelected: false };
const aim: VerdictInput = {
  direction: 'up',
  sizePoints: 5,
  dueOn: '2027-11-22',
  locked: true,
  before,
  after: undefined,
  today: '2026-11-22',
};

describe('verdictOf', () => {
  it('is nothing before the second reading but the day it is due', () => {
    expect(verdictOf(aim)).toEqual({
      grade: 0,
      state: 'locked',
      sentence: 'Not measured yet: the reading is due on 22 November 2027.',
    });
    expect(verdictOf({ ...aim, today: '2027-11-22' })).toMatchObject({ grade: 0, state: 'due' });
    expect(verdictOf({ ...aim, locked: false })).toMatchObject({ grade: 0, state: 'drafted' });
  });

  it('says that it moved more than noise, and in which direction, never why', () => {
    const verdict = verdictOf({ ...aim, after });

    expect(verdict).toMatchObject({ grade: 3, state: 'judged' });
    expect(verdict.sentence).toContain('in the direction hoped for');
    expect(verdict.sentence).toContain('+0.3 to +12.4 percentage points');
    expect(verdict.sentence).not.toContain('because');
    expect(verdictOf({ ...aim, direction: 'down', after }).sentence).toContain('against the direction');
  });

  it('cannot tell once weighting is admitted: the same figures, design effect 1.5', () => {
    const waves = {
      before: { ...before, effectiveN: 428 / 1.5 },
      after: { ...after, effectiveN: 430 / 1.5 },
    };

    expect(verdictOf({ ...aim, ...waves })).toMatchObject({
      grade: 1,
      sentence:
        'Too few answers to tell: the change could be anything from \u22121.1 to +13.7 percentage points.',
    });
  });

  it('finds no meaningful change when all of it is smaller than what matters', () => {
    const large = { percent: 26, effectiveN: 20_000, selfSelected: false };

    expect(verdictOf({ ...aim, before: large, after: { ...large, percent: 27 } }).grade).toBe(2);
  });

  it('warns when people chose to take part', () => {
    const verdict = verdictOf({ ...aim, before: { ...before, selfSelected: true }, after });

    expect(verdict.sentence).toContain('only as if they had been drawn by lot');
  });

  it('does not judge without a first reading or without the number of people', () => {
    expect(verdictOf({ ...aim, before: undefined, after }).grade).toBe(0);
    expect(verdictOf({ ...aim, after: { ...after, effectiveN: null } }).grade).toBe(0);
  });
});

describe('judgingWave', () => {
  const wave = (from: string | null, to: string | null = from) => ({ from, to });
  const lockedOn = '2026-11-22';

  it.each([
    ['2099-06-30', [wave('2098-06-01', '2098-07-01')], undefined],
    ['2099-06-30', [wave('2098-06-01', '2098-07-01'), wave('2099-06-01', '2099-06-30')], 1],
    [
      '2027-03-01',
      [wave('2027-02-01', '2027-02-27'), wave('2027-02-28', '2027-03-01'), wave('2028-01-01')],
      1,
    ],
    ['2027-03-01', [wave('2026-11-22', '2027-03-31'), wave(null, null)], undefined],
    ['2027-03-01', [wave('2026-11-23', '2027-03-31')], 0],
  ])('due on %s, of %j takes number %p', (dueOn, waves, expected) => {
    expect(judgingWave(waves, { lockedOn, dueOn })).toBe(
      expected === undefined ? undefined : waves[expected],
    );
  });
});
