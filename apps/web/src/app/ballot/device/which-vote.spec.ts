import { describe, expect, it } from '@jest/globals';
import type { KeptVote } from './kept-vote.js';
import { whichVote } from './which-vote.js';

const vote = (over: Partial<KeptVote>): KeptVote => ({
  ...{ election: 'e', style: 'city', seed: 'mine', pending: null, pass: null, cast: null },
  ...{ rev: 0, last: null, remember: false },
  ...over,
});
const pending = { blinded: 'b' } as unknown as KeptVote['pending'];
const sealed = {} as KeptVote['cast'];
const last = { choices: [], receipt: {} } as unknown as KeptVote['last'];

describe('whichVote', () => {
  it('takes the only one there is', () => {
    expect(whichVote(undefined, null)).toBeNull();
    expect(whichVote(undefined, vote({ rev: 1 }))).toEqual(vote({ rev: 1 }));
    expect(whichVote(vote({ pending }), null)).toEqual(vote({ pending }));
  });

  it.each([
    ['a pass another tab asked for', vote({ seed: 'theirs', pending })],
    ['a vote another tab sealed with no pass', vote({ seed: 'theirs', cast: sealed })],
  ])('lets no %s win over a receipt', (_, kept) => {
    const receipt = vote({ rev: 1, last });
    expect(whichVote(kept, receipt)).toBe(receipt);
  });

  it('goes on with a change that is on its way, and with the newer of two versions', () => {
    const onItsWay = vote({ rev: 1, last, cast: sealed });
    expect(whichVote(onItsWay, vote({ rev: 1, last }))).toBe(onItsWay);
    expect(whichVote(vote({ rev: 2, last }), vote({ rev: 1, last }))?.rev).toBe(2);
    expect(whichVote(vote({ rev: 1, last }), vote({ rev: 2, last }))?.rev).toBe(2);
  });
});
