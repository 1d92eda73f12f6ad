import { describe, expect, it } from '@jest/globals';

import { ballotLines } from './ballot-copy.js';

describe('ballotLines', () => {
  it('writes ids with quotes, backslashes and commas so that they come back as they were', async () => {
    const told: number[] = [];
    const ballots = [{ choices: ['a"b\\c', 'd,e'], points: [2, 1] }, { choices: [] }];
    const lines = [];
    for await (const piece of ballotLines('round', ballots, (written) => told.push(written)))
      lines.push(piece);

    expect(lines.join('')).toBe('round,1,"{""a\\""b\\\\c"",""d,e""}","{2,1}"\n' + 'round,2,"{}",\n');
    expect(told).toEqual([2]);
  });
});
