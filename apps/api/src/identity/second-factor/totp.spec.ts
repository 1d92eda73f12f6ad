import { describe, expect, it } from '@jest/globals';

import { codeOf, inBase32, matchingStep, newSecret, otpauthUri, secondsLeftIn, stepAt } from './totp.js';

// RFC 6238 appendix B, SHA-1 rows, cut to six digits.
const secret = new TextEncoder().encode('12345678901234567890');

describe('totp', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('at %d seconds the code is %s', (seconds, code) => {
    expect(codeOf(secret, stepAt(new Date(seconds * 1000)))).toBe(code);
  });

  it('accepts a code one step early or late and no further', () => {
    const at = new Date(1_800_000_010_000);
    const steps = [-3, -2, -1, 0, 1, 2, 3].map((off) =>
      matchingStep(secret, codeOf(secret, stepAt(at) + off), at),
    );

    expect(steps.map((step) => step !== null)).toEqual([false, false, true, true, true, false, false]);
    expect(steps[3]).toBe(stepAt(at));
    expect(secondsLeftIn(stepAt(at), at)).toBe(20);
  });

  it('makes 160-bit secrets that an authenticator app can read', () => {
    const made = newSecret();

    expect(made).toHaveLength(20);
    expect(otpauthUri(made, 'ada@example.org')).toContain(`secret=${inBase32(made)}`);
    expect(otpauthUri(made, 'ada@example.org')).toMatch(
      /^otpauth:\/\/totp\/Common%20Thread:ada%40example\.org\?/,
    );
  });
});
