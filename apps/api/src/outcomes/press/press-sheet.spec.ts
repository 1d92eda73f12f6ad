import { describe, expect, it } from '@jest/globals';

import { inALine } from './press-sheet.js';

describe('inALine', () => {
  it.each([
    ['It cost more than was left.', 'It cost more than was left.'],
    ['It cost £1.50 too much. Next year\nperhaps.', 'It cost £1.50 too much.'],
    ['  No stop at the end ', 'No stop at the end'],
    ['', ''],
  ])('%j', (reason, line) => expect(inALine(reason)).toBe(line));

  it('ends between two words when a sentence is too long', () => {
    const line = inALine('word '.repeat(80));

    expect(line.length).toBeLessThanOrEqual(182);
    expect(line).toMatch(/word …$/);
  });
});
