import { describe, expect, it } from '@jest/globals';

import { channelsOf } from './vote-facts.js';

describe('channelsOf', () => {
  it('counts each changed ballot once', () => {
    expect(channelsOf({ online: 32, superseded: 2, paper: 12 })).toEqual({ online: 30, paper: 12 });
    expect(channelsOf({ online: 32, superseded: 0, paper: 0 })).toEqual({ online: 32, paper: 0 });
  });

  it.each([
    { online: 9, superseded: 0, paper: 40 },
    { online: 12, superseded: 8, paper: 40 },
    { online: 40, superseded: 0, paper: 1 },
  ])('tells neither where one is so small that people could be guessed: %j', (totals) => {
    expect(channelsOf(totals)).toBeNull();
  });
});
