import { describe, expect, it } from '@jest/globals';

import { gradeChange } from './grade-change.js';

describe('gradeChange', () => {
  it.each([
    [3, 'the interval excludes no change', { change: 0.06, low: 0.003, high: 0.124 }],
    [3, 'it fell and excludes no change', { change: -0.06, low: -0.124, high: -0.003 }],
    [1, 'it contains no change and reaches past what matters', { change: 0.06, low: -0.01, high: 0.137 }],
    [2, 'it stays within what matters', { change: 0.01, low: -0.02, high: 0.04 }],
    [
      2,
      'it excludes no change, but all of it is too small to matter',
      { change: 0.02, low: 0.01, high: 0.03 },
    ],
  ])('is %i when %s', (grade, _, change) => {
    expect(gradeChange(change, 0.05)).toBe(grade);
  });
});
