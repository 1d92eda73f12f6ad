import { lnGamma } from './gamma.js';
import { solve } from './solve.js';

const MOST_STEPS = 10_000;
const TINY = 1e-300;

/** Regularised incomplete beta function, 0..1, for a, b > 0 and 0 <= x <= 1. Source: Abramowitz and Stegun 26.5.8. */
export function betaI(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaI(b, a, 1 - x);
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return (front * fraction(a, b, x)) / a;
}

/** The x at which the regularised incomplete beta function reaches `p`. */
export const betaQuantile = (p: number, a: number, b: number): number =>
  solve((x) => betaI(a, b, x) >= p, 0, 1);

/** Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / atLeastTiny(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / atLeastTiny(1 + even * d);
    c = atLeastTiny(1 + even / c);
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / atLeastTiny(1 + odd * d);
    c = atLeastTiny(1 + odd / c);
    const factor = d * c;
    product *= factor;
    if (Math.abs(factor - 1) < 4e-16) break;
  }
  return product;
}

const atLeastTiny = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
