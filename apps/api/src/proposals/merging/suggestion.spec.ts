import { describe, expect, it } from '@jest/globals';

import { type Asked, numbersOf, standOf } from './suggestion.js';

const at = new Date('2026-11-01T12:00:00Z');
const day = (n: number): Date => new Date(at.getTime() + n * 24 * 60 * 60 * 1000);
const yes: Asked = { personId: 'ada', gone: false, agrees: true };
const no: Asked = { personId: 'ben', gone: false, agrees: false };
const silent: Asked = { personId: 'cy', gone: false, agrees: null };
const gone: Asked = { personId: null, gone: true, agrees: null };

describe('standOf', () => {
  it.each([
    ['everybody agreed', [yes, yes], 0, 'agreed'],
    ['one has not answered', [yes, silent], 27, 'waiting'],
    ['silence is never consent', [yes, silent], 400, 'waiting'],
    ['one no among many', [yes, silent, no], 0, 'declined'],
    ['a closed account is waited for', [yes, gone], 13.99, 'waiting'],
    ['a closed account counts from the very moment', [yes, gone], 14, 'agreed'],
    ['a no given before the account was closed still counts', [yes, { ...no, gone: true }], 30, 'declined'],
    ['a yes given before it was closed counts at once', [{ ...yes, gone: true }], 0, 'agreed'],
  ] as const)('%s', (_, asked, days, stand) => {
    expect(standOf(asked, at, day(days))).toBe(stand);
  });
});

describe('numbersOf', () => {
  it('gives the order in which they are locked', () => {
    expect(numbersOf({ kind: 'merge', number: 9, into: 4, text: null, reason: 'Twins.' })).toEqual([4, 9]);
    expect(numbersOf({ kind: 'split', number: 9, parts: [], reason: 'Two things.' })).toEqual([9]);
  });
});
