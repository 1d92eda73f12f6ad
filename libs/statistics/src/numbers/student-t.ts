import { betaI } from './beta.js';
import { solve } from './solve.js';

/** Beyond this the t and the normal point differ by less than 1e-9. */
const LARGEST_POINT = 1e6;
/** A pooled verdict asks for the same few points thousands of times. */
const known = new Map<number, number>();

/**
 * Two-sided 95 % point of Student's t distribution: 2.776445 for 4 degrees of freedom.
 *
 * Rounded to six decimals as printed tables have it, so that a verdict can be worked out by hand.
 *
 * @param degrees degrees of freedom, >= 1; need not be whole
 */
export function t95(degrees: number): number {
  const before = known.get(degrees);
  if (before !== undefined) return before;
  const outside = (t: number): number => betaI(degrees / 2, 0.5, degrees / (degrees + t * t));
  const point = Number(solve((t) => outside(t) <= 0.05, 0, LARGEST_POINT).toFixed(6));
  // Only whole degrees come again and again; others would fill the memory.
  if (Number.isInteger(degrees)) known.set(degrees, point);
  return point;
}
