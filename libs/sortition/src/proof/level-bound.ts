import type { PanelModel } from '../model/panel-model.js';
import { type Level, UNIT } from './level.js';

export interface LevelBound {
  /** No lottery that keeps the floors gives every open type more than this; in units, rounded up. */
  readonly atMost: number;
  /** How much more than the level's value a type can have at most when nobody falls below; in units, rounded up. */
  above(type: number): number;
}

/**
 * What a level's numbers prove, in whole numbers and without a solver.
 *
 * For any panel, `sum weight[t] seats[t] <= B`, where B is `sum price[r] * (the row's most, or its least when the
 * price is negative) + sum most[t] * max(0, weight[t] - prices of t's rows)`; so it holds for every lottery.
 * Whoever is settled has at least the floor; taking that off B leaves what the open types can share.
 *
 * @param floors units per type: the values of earlier levels; undefined for types still open
 * @returns nothing when the numbers are no proof: a negative weight, or none for the open types
 */
export function levelBound(
  model: PanelModel,
  level: Omit<Level, 'types'>,
  floors: readonly (number | undefined)[],
): LevelBound | undefined {
  const weights = new Map(level.weights);
  if ([...weights.values()].some((weight) => weight < 0)) return undefined;
  const bound = seatsBound(model, weights, level.prices) * BigInt(UNIT);
  const own = (t: number) => BigInt(weights.get(t) ?? 0) * BigInt(model.types[t]!.members.length);
  let openWeight = 0n;
  let spare = bound;
  for (const t of weights.keys()) {
    const floor = floors[t];
    if (floor === undefined) openWeight += own(t);
    else spare -= own(t) * BigInt(floor);
  }
  if (openWeight <= 0n) return undefined;
  const slack = spare - openWeight * BigInt(level.value);
  return {
    atMost: Number(spare / openWeight) + 1,
    above: (t) => (own(t) <= 0n ? Infinity : slack <= 0n ? 0 : Number(slack / own(t)) + 1),
  };
}

function seatsBound(
  model: PanelModel,
  weights: ReadonlyMap<number, number>,
  prices: Level['prices'],
): bigint {
  const left = model.types.map((_, t) => BigInt(weights.get(t) ?? 0));
  let bound = 0n;
  for (const [r, units] of prices) {
    const row = model.rows[r]!;
    const price = BigInt(units);
    bound += price * BigInt(price > 0n ? row.most : row.least);
    row.at.forEach((t, i) => (left[t] = left[t]! - price * BigInt(row.by[i]!)));
  }
  left.forEach((weight, t) => {
    if (weight > 0n) bound += weight * BigInt(model.types[t]!.most);
  });
  return bound;
}
