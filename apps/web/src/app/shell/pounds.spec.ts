import { describe, expect, it } from '@jest/globals';
import { penceOf, poundsOf } from './pounds.js';

describe('penceOf', () => {
  it.each([
    ['1200', 120000],
    ['£1,200.50', 120050],
    [' 8.5 ', 850],
    ['0.05', 5],
    ['', null],
    ['about 500', undefined],
    ['12.345', undefined],
    ['-5', undefined],
  ])('%s', (typed, pence) => {
    expect(penceOf(typed)).toBe(pence);
  });

  it('reads back what it writes', () => {
    for (const pence of [0, 5, 850, 120000, 120050, null]) expect(penceOf(poundsOf(pence))).toBe(pence);
  });
});
