import { describe, expect, it } from '@jest/globals';

import { ticketNumber } from './ticket-number.js';

const COMMIT = '826cfc32acb685ed114f1d68b1e6a414087b107e80ae02d14ee9fd91f5449167';
/** Two real rounds of drand quicknet, 123 and 1000. */
const ROUND_123 = 'fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc';
const ROUND_1000 = 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd';

describe('ticketNumber', () => {
  it.each([
    [ROUND_123, 1000, 901],
    [ROUND_123, 24, 21],
    [ROUND_123, 7, 1],
    [ROUND_1000, 1000, 654],
    [ROUND_1000, 24, 22],
    [ROUND_1000, 7, 4],
  ])('of %s among %i is %i', (randomness, tickets, ticket) => {
    expect(ticketNumber(COMMIT, randomness, tickets)).toEqual({ ticket, counter: 0 });
  });

  it('goes on to the next counter after a void ticket', () => {
    const next = ticketNumber(COMMIT, ROUND_123, 1000, 1);
    expect(next.counter).toBe(1);
    expect(next.ticket).not.toBe(901);
  });
});
