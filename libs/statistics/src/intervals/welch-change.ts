import { Z95 } from '../numbers/normal.js';
import { t95 } from '../numbers/student-t.js';
import type { Change } from './newcombe-change.js';

/** The mean of a scale, such as 0 to 10. */
export interface Mean {
  /** In units of the scale. */
  readonly mean: number;
  /** Standard deviation of the answers, >= 0, in units of the scale. */
  readonly deviation: number;
  /** Effective number of answers. */
  readonly n: number;
}

/** From more answers than this in both waves the normal point is used. */
const MANY = 60;

/**
 * 95 % interval for the change of a mean between two waves that asked different people, in units of the scale.
 *
 * @returns `null` when a wave has fewer than two answers
 * Source: Welch 1947, with Satterthwaite's degrees of freedom in small waves.
 */
export function welchChange(before: Mean, after: Mean): Change | null {
  if (before.n < 2 || after.n < 2) return null;
  const first = before.deviation ** 2 / before.n;
  const second = after.deviation ** 2 / after.n;
  const error = Math.sqrt(first + second);
  const degrees = (first + second) ** 2 / (first ** 2 / (before.n - 1) + second ** 2 / (after.n - 1));
  const many = (before.n > MANY && after.n > MANY) || error === 0;
  const spread = (many ? Z95 : t95(degrees)) * error;
  const change = after.mean - before.mean;
  return { change, low: change - spread, high: change + spread };
}
