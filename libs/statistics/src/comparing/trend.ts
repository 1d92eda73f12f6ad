import { twoSidedP, Z998 } from '../numbers/normal.js';
import { sum } from '../numbers/sums.js';

export interface Trend {
  readonly chi2: number;
  /** Two-sided, one degree of freedom. */
  readonly p: number;
  /** Of the trend itself; `none` unless chi2 is above 9.549536 (99.8 %), as Fingertips' arrows ask. */
  readonly arrow: 'rising' | 'falling' | 'none';
}

const ARROW_FROM = Z998 ** 2;

/**
 * Whether a share rises or falls over waves. Fingertips looks at the last five; fewer show little.
 *
 * @param waves equally spaced, earliest first
 * @returns `null` for fewer than three waves, or when the answers are all hits or none
 * Source: Cochran 1954, Armitage 1955.
 */
export function cochranArmitage(
  waves: readonly { readonly hits: number; readonly n: number }[],
): Trend | null {
  const total = sum(waves.map(({ n }) => n));
  const hits = sum(waves.map((wave) => wave.hits));
  if (waves.length < 3 || hits === 0 || hits === total) return null;
  const hitsByTime = sum(waves.map((wave, time) => wave.hits * time));
  const answersByTime = sum(waves.map(({ n }, time) => n * time));
  const answersByTime2 = sum(waves.map(({ n }, time) => n * time * time));
  const slope = total * hitsByTime - hits * answersByTime;
  const chi2 = (total * slope ** 2) / (hits * (total - hits) * (total * answersByTime2 - answersByTime ** 2));
  const arrow = chi2 <= ARROW_FROM ? 'none' : slope > 0 ? 'rising' : 'falling';
  return { chi2, p: twoSidedP(Math.sqrt(chi2)), arrow };
}
