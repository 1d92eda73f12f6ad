import { describe, expect, it } from '@jest/globals';

import { moreBallotsThanPasses } from './passes-alarm.js';

const roll = (online: number, reissued: number, paper: number) => ({
  format: 'commonthread-roll-summary/1' as const,
  election: 'spring',
  styles: [{ style: 'all', electors: 100, online, paper, reissued }],
});
const urn = (credentials: number, paper: number) => ({ logged: { credentials, ballots: 99, paper } });

describe('moreBallotsThanPasses', () => {
  it.each([
    ['as many as passes', roll(5, 0, 2), urn(5, 2), false],
    ['fewer', roll(5, 0, 2), urn(1, 0), false],
    ['one pass too many', roll(5, 0, 2), urn(6, 2), true],
    ['a pass issued again', roll(5, 1, 2), urn(6, 2), false],
    ['one sheet too many', roll(5, 0, 2), urn(5, 3), true],
    ['sheets in place of passes', roll(5, 0, 0), urn(0, 1), true],
  ])('%s', (_, summary, election, alarm) => {
    expect(moreBallotsThanPasses(summary, election)).toBe(alarm);
  });
});
