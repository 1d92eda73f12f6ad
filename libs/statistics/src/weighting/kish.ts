import { sum } from '../numbers/sums.js';

/** What weighting costs in certainty. */
export interface KishEffect {
  /** As many answers of an unweighted sample would tell as much; 0 for no weights. */
  readonly effective: number;
  /** n / effective, >= 1; 1 when all weights are equal. */
  readonly designEffect: number;
}

/** Source: Kish 1965, n_eff = (sum w)^2 / sum w^2. */
export function kish(weights: readonly number[]): KishEffect {
  const squares = sum(weights.map((weight) => weight * weight));
  if (squares === 0) return { effective: 0, designEffect: 1 };
  const effective = sum(weights) ** 2 / squares;
  return { effective, designEffect: weights.length / effective };
}
