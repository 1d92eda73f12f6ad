import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { hideSmallCells, hideSmallTotal } from './small-cells.js';

describe('cells of a published row', () => {
  it.each([
    [[], []],
    [[0], [0]],
    [[9], [null]],
    [[10], [10]],
    [
      [50, 0, 40],
      [50, 0, 40],
    ],
    [
      [50, 3, 40],
      [50, null, null],
    ],
    [
      [5, 5, 40],
      [null, null, 40],
    ],
    [
      [2, 2, 40],
      [null, null, null],
    ],
    [
      [3, 12, 12, 99],
      [null, null, 12, 99],
    ],
  ])('%j becomes %j', (cells, shown) => {
    expect(hideSmallCells(cells)).toEqual(shown);
  });

  it('never leaves one hidden cell, nor fewer than ten people, to be worked out from the total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 30 }), (cells) => {
        const shown = hideSmallCells(cells);
        const hidden = cells.filter((_, at) => shown[at] === null);
        const total = cells.reduce((sum, n) => sum + n, 0);
        expect(shown.every((n) => n === null || n === 0 || n >= 10)).toBe(true);
        if (hidden.length === 0 || hideSmallTotal(total) === null) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(10);
      }),
    );
  });
});
