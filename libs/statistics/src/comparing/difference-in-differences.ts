import { newcombeChange, type Change } from '../intervals/newcombe-change.js';
import { Z95 } from '../numbers/normal.js';
import { changeOf, varianceOfChange, type TwoWaves } from './two-waves.js';

/** How much more one place moved than the comparison, with 95 % limits by two methods. */
export interface DifferenceInDifferences {
  /** Change there minus change here, -2..2. */
  readonly difference: number;
  readonly treated: Change;
  readonly comparison: Change;
  /** Normal interval; equal to the interaction of a linear probability model with HC0 errors. */
  readonly wald: { readonly low: number; readonly high: number; readonly standardError: number };
  /** From the two Newcombe intervals. Source: Donner and Zou 2012 (MOVER). */
  readonly mover: { readonly low: number; readonly high: number };
}

/**
 * Difference in differences of a share, with the comparison places pooled into one.
 *
 * Both intervals know sampling noise alone; places also drift for reasons of their own. Print these
 * beside `withPlaceDrift`, which decides.
 *
 * @returns `null` when nobody answered one of the four samples
 */
export function differenceInDifferences(
  treatedPlace: TwoWaves,
  comparisonPlaces: TwoWaves,
): DifferenceInDifferences | null {
  const treated = newcombeChange(treatedPlace.before, treatedPlace.after);
  const comparison = newcombeChange(comparisonPlaces.before, comparisonPlaces.after);
  if (!treated || !comparison) return null;
  const difference = changeOf(treatedPlace) - changeOf(comparisonPlaces);
  const standardError = Math.sqrt(varianceOfChange(treatedPlace) + varianceOfChange(comparisonPlaces));
  return {
    difference,
    treated,
    comparison,
    wald: { low: difference - Z95 * standardError, high: difference + Z95 * standardError, standardError },
    mover: {
      low: difference - Math.hypot(treated.change - treated.low, comparison.high - comparison.change),
      high: difference + Math.hypot(treated.high - treated.change, comparison.change - comparison.low),
    },
  };
}
