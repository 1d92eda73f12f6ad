import { ChangeCodeInvalid } from '../errors.js';
import type { Bytes } from '../bytes/bytes.js';

/** Crockford's base32: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DATA = 26;
const LENGTH = DATA + 2;
const SEED_BYTES = 16;

/** Powers of the generator 2 of GF(32) with x^5 + x^2 + 1; it has order 31, so 28 places get different powers. */
const POWERS = Array.from({ length: 31 }, (_, exponent) => power(exponent));

/**
 * A seed as a person writes it down: 26 characters of Crockford base32 (128 bits and two zero bits) and two check
 * characters, in groups of four.
 *
 * The check characters make a shortened Reed-Solomon code over GF(32): any one or two wrong characters, and so any
 * exchange of two characters, are found. Source: the alphabet by D. Crockford; the code is of textbook kind.
 */
export function changeCode(seed: Uint8Array): string {
  if (seed.length !== SEED_BYTES) throw new RangeError('a seed has 16 bytes');
  const digits = digitsOf(seed);
  const [sum, weighted] = sums(digits);
  const [a, b] = [POWERS[DATA]!, POWERS[DATA + 1]!];
  const last = divide(weighted ^ multiply(a, sum), a ^ b);
  const code = [...digits, sum ^ last, last].map((digit) => ALPHABET[digit]!).join('');
  return code.match(/.{4}/g)!.join(' ');
}

/**
 * Reads what a person typed: upper or lower case, with or without spaces and hyphens, O for 0, I or L for 1.
 *
 * @throws ChangeCodeInvalid
 */
export function seedFromChangeCode(typed: string): Bytes {
  const characters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const digits = [...characters].map((character) => ALPHABET.indexOf(character));
  if (digits.length !== LENGTH || digits.includes(-1)) throw new ChangeCodeInvalid();
  const [sum, weighted] = sums(digits);
  if (sum !== 0 || weighted !== 0) throw new ChangeCodeInvalid();
  let value = digits.slice(0, DATA).reduce((total, digit) => (total << 5n) | BigInt(digit), 0n);
  if ((value & 3n) !== 0n) throw new ChangeCodeInvalid();
  value >>= 2n;
  const seed = new Uint8Array(SEED_BYTES);
  for (let at = SEED_BYTES - 1; at >= 0; at--, value >>= 8n) seed[at] = Number(value & 0xffn);
  return seed;
}

function digitsOf(seed: Uint8Array): number[] {
  let value = seed.reduce((total, byte) => (total << 8n) | BigInt(byte), 0n) << 2n;
  const digits: number[] = [];
  for (let at = 0; at < DATA; at++, value >>= 5n) digits.unshift(Number(value & 31n));
  return digits;
}

/** The plain sum and the sum weighted by place; both are 0 for a whole, correct code. */
function sums(digits: readonly number[]): [number, number] {
  return digits.reduce<[number, number]>(
    ([sum, weighted], digit, place) => [sum ^ digit, weighted ^ multiply(digit, POWERS[place]!)],
    [0, 0],
  );
}

function power(exponent: number): number {
  let value = 1;
  for (let step = 0; step < exponent; step++) value = multiply(value, 2);
  return value;
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 4; bit >= 0; bit--) {
    product <<= 1;
    if (product & 32) product ^= 0b100101;
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

function divide(a: number, b: number): number {
  return multiply(a, POWERS[(31 - POWERS.indexOf(b)) % 31]!);
}
