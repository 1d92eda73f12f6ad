import { NoPanelPossible, SearchTooLong } from '../errors.js';
import { drawable, people } from '../model/narrow.js';
import type { PanelModel } from '../model/panel-model.js';
import type { Solver } from '../solver/solver.js';

/** Where the logarithm is bounded from above to begin with. */
const TANGENTS = [0.001, 0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
/** Per person: how much the sum of logarithms could still grow. */
const GAP = 1e-7;
const ROUNDS = 80;

/**
 * The largest product of everybody's probabilities (Nash welfare): a compromise between the smallest probability and
 * the sum of all. The logarithm is bounded by its tangents, and by another one at each point found, until the bound is met.
 */
export function nash(model: PanelModel, solver: Solver): { seats: readonly number[]; levels: readonly [] } {
  const n = model.types.length;
  const types = drawable(model);
  const tangents = types.flatMap((t) => TANGENTS.map((at) => ({ t, at })));
  const place = new Map(types.map((t, i) => [t, n + i]));
  for (let round = 0; round < ROUNDS; round++) {
    const answer = solver.linear({
      sense: 'max',
      cost: [...model.types.map(() => 0), ...types.map((t) => people(model, t))],
      lower: [...model.types.map(() => 0), ...types.map(() => -Infinity)],
      upper: [...model.types.map(({ most }) => most), ...types.map(() => 0)],
      rows: [
        ...model.rows,
        // The logarithm of p is at most log(at) + (p - at) / at.
        ...tangents.map(({ t, at }) => ({
          at: [t, place.get(t)!],
          by: [-1 / (people(model, t) * at), 1],
          least: -Infinity,
          most: Math.log(at) - 1,
        })),
      ],
    });
    if (!answer) throw new NoPanelPossible();
    const probability = (t: number) => Math.max(1e-9, answer.x[t]! / people(model, t));
    const over = types.map((t) => ({
      t,
      gap: people(model, t) * (answer.x[place.get(t)!]! - Math.log(probability(t))),
    }));
    const total = over.reduce((sum, { gap }) => sum + gap, 0);
    const everybody = types.reduce((sum, t) => sum + people(model, t), 0);
    if (total <= GAP * everybody) return { seats: answer.x.slice(0, n), levels: [] };
    for (const { t, gap } of over) if (gap > 0) tangents.push({ t, at: probability(t) });
  }
  throw new SearchTooLong('the largest product of probabilities');
}
