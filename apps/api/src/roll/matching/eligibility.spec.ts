import { describe, expect, it } from '@jest/globals';

import { isOldEnough, localDay } from './eligibility.js';

describe('old enough to vote: minimum age 16, on the local day voting opens', () => {
  it.each([
    // [voting opens (UTC), born, old enough, why]
    ['2026-03-01T09:00:00Z', '2010-03-01', true, 'birthday on the day voting opens'],
    ['2026-03-01T09:00:00Z', '2010-03-02', false, 'birthday the day after'],
    ['2026-03-01T09:00:00Z', '2010-03-15', false, 'birthday on the day voting closes, two weeks later'],
    ['2026-03-01T09:00:00Z', '2010-02-28', true, 'birthday the day before'],
    ['2028-02-29T09:00:00Z', '2012-02-29', true, 'born on 29 February, leap year'],
    ['2028-02-28T09:00:00Z', '2012-02-29', false, 'born on 29 February, the day before in a leap year'],
    ['2029-02-28T09:00:00Z', '2013-02-28', true, 'born on 28 February, common year'],
    ['2030-02-28T09:00:00Z', '2012-02-29', true, 'born on 29 February, long past'],
    ['2029-02-28T23:59:59Z', '2013-03-01', false, 'born on 1 March, last second of February in winter time'],
    ['2026-06-30T23:30:00Z', '2010-07-01', true, 'already the birthday in London, in summer time'],
    ['2026-12-31T23:30:00Z', '2011-01-01', false, 'not yet the birthday in London, in winter time'],
    ['2026-10-25T00:30:00Z', '2010-10-25', true, 'the night the clocks go back'],
  ])('opens %s, born %s: %s (%s)', (opensAt, born, expected) => {
    expect(isOldEnough(born, 16, new Date(opensAt))).toBe(expected);
  });

  it.each([
    ['2029-02-28T12:00:00Z', false],
    ['2029-03-01T12:00:00Z', true],
  ])('who was born on 29 February is 17 on 1 March of a common year (%s: %s)', (opensAt, expected) => {
    expect(isOldEnough('2012-02-29', 17, new Date(opensAt))).toBe(expected);
  });

  it('knows the local day in summer and winter', () => {
    expect(localDay(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
    expect(localDay(new Date('2026-01-01T23:30:00Z'))).toBe('2026-01-01');
  });
});
