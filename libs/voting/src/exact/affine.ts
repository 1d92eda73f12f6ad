import { gcd } from './fraction.js';

/** The exact amount (a + b * E) / d as a function of the whole number E; d > 0. */
export interface Affine {
  readonly a: bigint;
  readonly b: bigint;
  readonly d: bigint;
}

/** constant + slope * E + the sum of times * part, over `over`, in lowest terms. */
export function combine(
  constant: bigint,
  slope: bigint,
  parts: readonly (readonly [times: bigint, part: Affine])[],
  over: bigint,
): Affine {
  let common = 1n;
  for (const [, { d }] of parts) common = (common / gcd(common, d)) * d;
  let a = constant * common;
  let b = slope * common;
  for (const [times, part] of parts) {
    const scale = times * (common / part.d);
    a += scale * part.a;
    b += scale * part.b;
  }
  const d = common * over;
  const shared = gcd(gcd(a, b), d);
  return { a: a / shared, b: b / shared, d: d / shared };
}

/** Sign of x - y at E: -1, 0 or 1. */
export function compareAt(x: Affine, y: Affine, E: bigint): number {
  const difference = (x.a + x.b * E) * y.d - (y.a + y.b * E) * x.d;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** Sign of the slope of x - y. */
export function compareSlopes(x: Affine, y: Affine): number {
  const difference = x.b * y.d - y.b * x.d;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** times * x; times > 0. */
export function scaled(x: Affine, times: bigint): Affine {
  return { a: x.a * times, b: x.b * times, d: x.d };
}
