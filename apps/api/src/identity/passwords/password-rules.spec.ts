import { describe, expect, it } from '@jest/globals';

import { passwordFault } from './password-rules.js';

describe('passwordFault', () => {
  it.each([
    'kettle moss ninety',
    'correct horse battery',
    'ten chars!',
    'ჩემი საიდუმლო',
    'ab19xk37ef',
    'a'.repeat(9) + 'b',
  ])('accepts %j', (password) => {
    expect(passwordFault(password, 'ada@example.org')).toBeNull();
  });

  it.each([
    'password12',
    'P@ssw0rd2026!',
    '1234567890',
    '0000000000',
    '31121980311219',
    'qwertyuiop',
    'Qwerty12345',
    'letmein!!!!',
    'StokeCity1863',
    'abcdefghij',
    '9876543210',
    'abababababab',
    'commonthread',
    'ada.lovelace@example.org',
    'AdaLovelace1815',
  ])('calls %j common', (password) => {
    expect(passwordFault(password, 'ada.lovelace@example.org')?.code).toBe('identity.password-common');
  });

  it('asks for ten characters, not bytes, and stops at 256', () => {
    expect(passwordFault('kettlemos')?.code).toBe('identity.password-length');
    expect(passwordFault('🌻'.repeat(9))?.code).toBe('identity.password-length');
    expect(passwordFault('kettle '.repeat(40))?.code).toBe('identity.password-length');
  });
});
