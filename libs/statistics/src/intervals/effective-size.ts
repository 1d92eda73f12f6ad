import { FigureImpossible } from '../errors.js';

/** Below this share of the population a finite one makes no difference worth stating. */
const NOTABLE_FRACTION = 0.05;

/**
 * As how many answers of a simple random sample these count.
 *
 * @param answers people who answered
 * @param designEffect n / n_eff of the weights, >= 0; 1 for an unweighted sample
 * @param population people who could have been asked; left out where they are many or not known
 * @returns answers / designEffect, raised by (N - 1) / (N - n) where more than 5 % of N answered;
 *   `Infinity` when everybody did, for then there is no sampling error
 * @throws FigureImpossible when more people answered than there are
 */
export function effectiveSize(answers: number, designEffect = 1, population = Infinity): number {
  if (answers > population) throw new FigureImpossible(`${answers} answers from ${population} people`);
  const effective = answers / designEffect;
  if (answers / population <= NOTABLE_FRACTION) return effective;
  return answers === population ? Infinity : (effective * (population - 1)) / (population - answers);
}
