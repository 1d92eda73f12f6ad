import { describe, expect, it } from '@jest/globals';

import { hashRecoveryCode, newRecoveryCodes, readRecoveryCode } from './recovery-codes.js';
import { seal, unseal } from '../../platform/sealing/index.js';

describe('recovery codes', () => {
  it('are ten different ones, read however they are typed', () => {
    const codes = newRecoveryCodes();
    const [first = ''] = codes;

    expect(new Set(codes).size).toBe(10);
    expect(first).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(readRecoveryCode(` ${first.toLowerCase().replaceAll('-', ' ')} `)).toBe(first.replaceAll('-', ''));
    expect(readRecoveryCode('o0il-0000-0000-0000')).toBe('0011000000000000');
    expect(readRecoveryCode('123456')).toBeNull();
    expect(hashRecoveryCode('x', 'ada')).not.toEqual(hashRecoveryCode('x', 'bob'));
  });
});

describe('secret box', () => {
  const key = Buffer.alloc(32, 7);
  const plain = Buffer.from('a secret');

  it('opens for its owner and key alone', () => {
    const sealed = seal(plain, 'ada', key);
    const bent = Buffer.from(sealed);
    bent[bent.length - 1]! ^= 1;

    expect(unseal(sealed, 'ada', key)).toEqual(plain);
    expect(sealed.includes(plain)).toBe(false);
    expect(seal(plain, 'ada', key)).not.toEqual(sealed);
    expect(() => unseal(sealed, 'bob', key)).toThrow();
    expect(() => unseal(sealed, 'ada', Buffer.alloc(32, 8))).toThrow();
    expect(() => unseal(bent, 'ada', key)).toThrow();
  });
});
