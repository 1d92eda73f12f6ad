import { createHmac, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/** Fifty random bits, as they stand in a letter: `7K3MX-Q9D2A`. */
export function newLetterCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}

/** However it was typed; the letters that are left out of the alphabet are read as what they look like. */
export function letterDigest(typed: string, claim: string, pepper: string): Buffer {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return createHmac('sha256', pepper)
    .update(JSON.stringify(['roll-letter/v1', claim, code]))
    .digest();
}
