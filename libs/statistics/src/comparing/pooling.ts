import { FigureImpossible } from '../errors.js';
import { Z95 } from '../numbers/normal.js';
import { t95 } from '../numbers/student-t.js';
import { sum } from '../numbers/sums.js';

/** What one decision was followed by, compared with similar places. */
export interface Effect {
  readonly effect: number;
  /** > 0. */
  readonly standardError: number;
}

export interface Pooled {
  readonly effect: number;
  /** The usual error of a random-effects mean, and its normal interval. */
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** Hartung-Knapp: the error and interval that decide, honest for few decisions. */
  readonly hartungKnapp: { readonly standardError: number; readonly low: number; readonly high: number };
  /** Cochran's Q and the variance between decisions. */
  readonly q: number;
  readonly betweenVariance: number;
}

/**
 * What decisions of one kind are usually followed by. Every locked decision with a second wave belongs in
 * it, whatever it showed; how many had none is said beside it.
 *
 * @returns `null` for fewer than two decisions
 * @throws FigureImpossible for a standard error that is not above 0
 * Source: DerSimonian and Laird 1986; interval by Hartung and Knapp 2001.
 */
export function poolEffects(effects: readonly Effect[]): Pooled | null {
  const wrong = effects.find(({ standardError }) => !(standardError > 0));
  if (wrong) throw new FigureImpossible(`a standard error of ${wrong.standardError}`);
  if (effects.length < 2) return null;
  const degrees = effects.length - 1;
  const fixed = effects.map(({ standardError }) => 1 / standardError ** 2);
  const centre = weightedMean(effects, fixed);
  const q = weightedSquares(effects, fixed, centre);
  const scale = sum(fixed) - sum(fixed.map((weight) => weight ** 2)) / sum(fixed);
  const betweenVariance = Math.max(0, (q - degrees) / scale);
  const weights = effects.map(({ standardError }) => 1 / (standardError ** 2 + betweenVariance));
  const effect = weightedMean(effects, weights);
  const standardError = Math.sqrt(1 / sum(weights));
  const hartungKnapp = Math.sqrt(weightedSquares(effects, weights, effect) / (degrees * sum(weights)));
  return {
    effect,
    q,
    betweenVariance,
    standardError,
    ...around(effect, Z95 * standardError),
    hartungKnapp: { standardError: hartungKnapp, ...around(effect, t95(degrees) * hartungKnapp) },
  };
}

const around = (middle: number, spread: number) => ({ low: middle - spread, high: middle + spread });

const weightedMean = (effects: readonly Effect[], weights: readonly number[]): number =>
  sum(effects.map(({ effect }, at) => effect * (weights[at] ?? 0))) / sum(weights);

const weightedSquares = (effects: readonly Effect[], weights: readonly number[], centre: number): number =>
  sum(effects.map(({ effect }, at) => (weights[at] ?? 0) * (effect - centre) ** 2));
