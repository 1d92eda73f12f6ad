const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const PRECISION = 1e-16;
const MOST_STEPS = 100_000;
const LARGE = 1e300;

/** Logarithm of the gamma function for `a` > 0. Lanczos' approximation, g = 7; relative error about 1e-14. */
export function lnGamma(a: number): number {
  if (a < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * a)) - lnGamma(1 - a);
  const x = a - 1;
  const base = x + 7.5;
  const sum = LANCZOS.reduce((total, term, at) => total + (at === 0 ? term : term / (x + at)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** Regularised lower incomplete gamma function, 0..1. P(a, x) is the chance that a Poisson count of mean x reaches a. */
export const gammaP = (a: number, x: number): number => (x < a + 1 ? series(a, x) : 1 - fraction(a, x));

/** Its upper tail, 0..1, exact where P is near 1. Q(x + 1, m) is the chance of at most x when the mean is m. */
export const gammaQ = (a: number, x: number): number => (x < a + 1 ? 1 - series(a, x) : fraction(a, x));

function series(a: number, x: number): number {
  if (x <= 0) return 0;
  let term = 1 / a;
  let sum = term;
  for (let step = 1; step < MOST_STEPS && term > sum * PRECISION; step++) {
    term *= x / (a + step);
    sum += term;
  }
  return sum * Math.exp(-x + a * Math.log(x) - lnGamma(a));
}

/** Lentz's method on the continued fraction. Source: Abramowitz and Stegun 6.5.31. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = LARGE;
  let d = 1 / b;
  let product = d;
  for (let step = 1; step < MOST_STEPS; step++) {
    const numerator = -step * (step - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = d * c;
    product *= factor;
    if (Math.abs(factor - 1) < PRECISION * 4) break;
  }
  return product * Math.exp(-x + a * Math.log(x) - lnGamma(a));
}
