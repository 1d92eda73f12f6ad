import { randomInt } from 'node:crypto';

/** Without I, L, O and U, which people misread. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** A number for one sheet: random, so that it says nothing about when or to whom a sheet was given. */
export function sheetSerial(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
