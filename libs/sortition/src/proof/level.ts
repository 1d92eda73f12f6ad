/** Proof numbers are whole multiples of 1e-12, so that the check is exact. */
export const UNIT = 1_000_000_000_000;

/**
 * One step of a leximin proof: given what earlier levels hold, nobody of `types` can have more than `value` unless
 * somebody who has no more falls below.
 */
export interface Level {
  /** In units. */
  readonly value: number;
  /** The types this level settles, by their place in the model. */
  readonly types: readonly number[];
  /** Weight of one seat of each type, in units; a type that is not named has weight 0. */
  readonly weights: readonly (readonly [type: number, weight: number])[];
  /** Price of one seat in each row, in units; a row that is not named has price 0. */
  readonly prices: readonly (readonly [row: number, price: number])[];
}
