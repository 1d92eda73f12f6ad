import type { Fraction } from '../model/outcome.js';

/** Greatest common divisor of the magnitudes; gcd(0, b) = |b|. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** num/den in lowest terms, as digits. `den` must be > 0. */
export function fraction(num: bigint, den: bigint): Fraction {
  const common = gcd(num, den);
  return common === 0n ? { num: '0', den: '1' } : { num: String(num / common), den: String(den / common) };
}

/** num/den as the nearest double or its neighbour, without overflow for long fractions. `den` must be > 0. */
export function toNumber(num: bigint, den: bigint): number {
  if (num === 0n) return 0;
  const sign = num < 0n ? -1 : 1;
  const size = num < 0n ? -num : num;
  const shift = bitLength(den) - bitLength(size) + 64;
  const quotient = shift >= 0 ? (size << BigInt(shift)) / den : size / (den << BigInt(-shift));
  return sign * Number(quotient) * 2 ** -shift;
}

/** Whole part of num/den rounded to the nearest integer, halves up. `den` must be > 0. */
export function roundToInteger(num: bigint, den: bigint): bigint {
  return floorDiv(2n * num + den, 2n * den);
}

/** Largest integer <= num/den. `den` must be > 0. */
export function floorDiv(num: bigint, den: bigint): bigint {
  const quotient = num / den;
  return num % den < 0n ? quotient - 1n : quotient;
}

function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex[0]!, 16)) + 28;
}
