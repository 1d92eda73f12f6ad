import { CategoryWithoutAnswers, MarginDoesNotAddUp } from '../errors.js';
import { sum } from '../numbers/sums.js';
import { ROUNDING } from './margin.js';

export interface Stratum {
  readonly name: string;
  readonly answers: number;
  /** Of the population, 0..1; all strata together make 1. */
  readonly share: number;
}

/**
 * One weight per stratum, so that a single table of the sample matches the population.
 *
 * @returns w_g = (N_g / N) / (n_g / n), in the order given; 0 for a stratum without answers and without people
 * @throws MarginDoesNotAddUp | CategoryWithoutAnswers
 */
export function postStratify(strata: readonly Stratum[]): number[] {
  const total = sum(strata.map(({ share }) => share));
  if (Math.abs(total - 1) > ROUNDING) throw new MarginDoesNotAddUp('strata', total);
  const everyone = sum(strata.map(({ answers }) => answers));
  return strata.map(({ name, answers, share }) => {
    if (answers > 0) return share / (answers / everyone);
    if (share > 0) throw new CategoryWithoutAnswers('strata', name);
    return 0;
  });
}
