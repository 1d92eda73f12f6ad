import type { DetailFault } from '../detail-fault.js';
import { COMMON_STEMS } from './common-passwords.js';

const SHORTEST = 10;
/** Longer ones are refused, so that hashing them is no way to keep the server busy. */
export const LONGEST_PASSWORD = 256;

const LETTER_OF: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * Length and commonness only, as NIST SP 800-63B asks: no rules about capitals, digits and signs.
 *
 * @returns what is wrong with a password, or `null`
 */
export function passwordFault(password: string, email = ''): DetailFault | null {
  const length = [...password.normalize('NFC')].length;
  if (length < SHORTEST || length > LONGEST_PASSWORD) {
    return fault(
      'identity.password-length',
      `Use at least ${SHORTEST} characters. Three random words are good.`,
    );
  }
  return isCommon(password.toLowerCase()) || namesAddress(password.toLowerCase(), email.toLowerCase())
    ? fault('identity.password-common', 'This password is easy to guess. Three random words are better.')
    : null;
}

function isCommon(password: string): boolean {
  const bare = password.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const spelt = [...password].map((sign) => LETTER_OF[sign] ?? sign).join('');
  const stems = [bare, [...bare].map((sign) => LETTER_OF[sign] ?? sign).join(''), spelt].map((text) =>
    text.replace(/[^a-z]/g, ''),
  );
  return (
    /^\d{0,14}$/.test(password) ||
    repeats(password) ||
    runs(password) ||
    stems.some((s) => COMMON_STEMS.has(s))
  );
}

/** One short piece again and again: `ababababab`, `12341234123`. */
function repeats(password: string): boolean {
  return [1, 2, 3, 4, 5].some((size) => [...password].every((sign, at) => sign === password[at % size]));
}

/** Each character next to the one before it: `abcdefghijkl`, `9876543210`. */
function runs(password: string): boolean {
  const steps = [...password].slice(1).map((sign, at) => sign.charCodeAt(0) - password.charCodeAt(at));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

function namesAddress(password: string, email: string): boolean {
  const name = email.split('@')[0] ?? '';
  return (
    password === email ||
    (name.length >= 4 && password.replace(/[^\p{L}]/gu, '') === name.replace(/[^\p{L}]/gu, ''))
  );
}

function fault(code: string, message: string): DetailFault {
  return { field: 'password', code, message };
}
