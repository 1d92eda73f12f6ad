import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Beyond this a telephone would work for minutes. */
export const MOST_BITS = 24;

/**
 * Whether SHA-256 of `challenge.counter`, as UTF-8, begins with so many zero bits.
 *
 * @param counter a whole number from 0
 * @throws RangeError when `bits` is no whole number from 0 to `MOST_BITS`
 *
 * One hash; a solution is found after 2^bits tries on average. Source: Hashcash (Back 2002), with SHA-256.
 */
export function isSolved(challenge: string, bits: number, counter: number): boolean {
  mustBeBits(bits);
  if (!Number.isSafeInteger(counter) || counter < 0) return false;
  return leadingZeroBits(sha256(utf8ToBytes(`${challenge}.${counter}`))) >= bits;
}

/**
 * The smallest counter that solves a challenge.
 *
 * @returns after 2^bits hashes on average; the same for everybody, so a challenge must be good once only
 * @throws RangeError as above
 */
export function solve(challenge: string, bits: number): number {
  for (let counter = 0; ; counter++) if (isSolved(challenge, bits, counter)) return counter;
}

function leadingZeroBits(hash: Uint8Array): number {
  const at = hash.findIndex((byte) => byte !== 0);
  return at === -1 ? hash.length * 8 : at * 8 + Math.clz32(hash[at] as number) - 24;
}

function mustBeBits(bits: number): void {
  if (!Number.isInteger(bits) || bits < 0 || bits > MOST_BITS)
    throw new RangeError(`a challenge of ${bits} bits`);
}
