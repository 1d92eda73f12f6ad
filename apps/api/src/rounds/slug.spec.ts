import { describe, expect, it } from '@jest/globals';

import { slugOf } from './slug.js';

describe('slugOf', () => {
  it.each([
    ['Spring 2026: Your Park!', 'spring-2026-your-park'],
    ["Joiner's Square & Shelton", 'joiners-square-and-shelton'],
    ['Budżet Obywatelski Łódź', 'budzet-obywatelski-lodz'],
    ['  ', 'round'],
    ['預算', 'round'],
    [`${'long '.repeat(30)}`, Array(12).fill('long').join('-')],
    ['x'.repeat(100), 'round'],
  ])('writes %p as %p', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });
});
