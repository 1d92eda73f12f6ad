import { describe, expect, it } from '@jest/globals';

import { bitsUnder } from './bits-under.js';

describe('bitsUnder', () => {
  it.each([
    [0, 16],
    [1, 16],
    [39, 16],
    [40, 17],
    [79, 17],
    [80, 18],
    [640, 21],
    [1_280, 22],
    [1_000_000, 22],
  ])('%d reports ask for %d bits', (reports, bits) => {
    expect(bitsUnder(reports)).toBe(bits);
  });
});
