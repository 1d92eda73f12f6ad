import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { minorPerUnit, moneyReason, readMoney, writeMoney } from './money.js';

describe('money in files', () => {
  it.each([
    ['400000.0', 100, 40_000_000],
    ['0.07', 100, 7],
    ['.5', 100, 'money.not-a-number'],
    ['1.10', 100, 110],
    ['4000,5', 100, 400_050],
    ['0.005', 100, 'money.too-precise'],
    ['15,000', 100, 'money.ambiguous'],
    ['4000,500', 100, 'money.ambiguous'],
    ['1,005', 1000, 'money.ambiguous'],
    ['15,000', 1, 'money.ambiguous'],
    ['15.000', 100, 'money.ambiguous'],
    ['1.005', 100, 'money.ambiguous'],
    ['1000.000', 100, 100_000],
    ['1,000,000', 100, 'money.not-a-number'],
    ['1.005', 1000, 1005],
    ['12.00', 1, 12],
    ['12.5', 1, 'money.too-precise'],
    ['-3', 100, 'money.negative'],
    ['', 100, 'money.missing'],
    ['1 000', 100, 'money.not-a-number'],
    ['90071992547409.91', 100, Number.MAX_SAFE_INTEGER],
    ['90071992547409.92', 100, 'money.too-large'],
  ])('reads %s with %d minor units as %s', (text, perUnit, expected) => {
    expect(readMoney(text, perUnit)).toBe(expected);
  });

  it('names both readings of an amount it refuses as ambiguous', () => {
    expect(moneyReason('money.ambiguous', '15,000')).toBe('"15,000" may mean 15 or 15000: write 15 or 15000');
    expect(moneyReason('money.ambiguous', '1.250')).toBe('"1.250" may mean 1.25 or 1250: write 1.25 or 1250');
  });

  it('writes what it reads, exactly', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom(1, 100, 1000), (minor, perUnit) => {
        expect(readMoney(writeMoney(minor, perUnit), perUnit)).toBe(minor);
      }),
    );
    expect(writeMoney(400_050, 100)).toBe('4000.5');
    expect(writeMoney(7, 100)).toBe('0.07');
  });

  it('knows the currencies without pence', () => {
    expect([minorPerUnit('GBP'), minorPerUnit('jpy'), minorPerUnit('KWD'), minorPerUnit(undefined)]).toEqual([
      100, 1, 1000, 100,
    ]);
  });
});
