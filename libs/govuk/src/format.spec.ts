import { describe, expect, it } from '@jest/globals';
import { formatCount, formatDay, formatMoney, formatTime } from './format.js';

describe('formats', () => {
  it.each([
    ['2026-11-22', '22 November 2026'],
    ['2026-06-30T23:30:00Z', '1 July 2026'],
  ])('the day of %s is %s, in London', (iso, day) => {
    expect(formatDay(iso, 'en-GB')).toBe(day);
  });

  it.each([
    ['2026-11-22T17:30:00Z', '22 November 2026 at 17:30'],
    ['2026-07-01T23:05:00Z', '2 July 2026 at 00:05'],
  ])('%s is %s', (iso, time) => {
    expect(formatTime(iso, 'en-GB')).toBe(time);
  });

  it.each([
    [1234567, 'GBP', '£12,345.67'],
    [2500000, 'GBP', '£25,000'],
    [5, 'GBP', '£0.05'],
    [0, 'GBP', '£0'],
    [100000, 'PLN', 'PLN\u00a01,000'],
  ])('%d of the hundredth of %s is %s', (minor, currency, said) => {
    expect(formatMoney(minor, currency, 'en-GB')).toBe(said);
  });

  it('groups thousands', () => {
    expect(formatCount(12345, 'en-GB')).toBe('12,345');
  });
});
