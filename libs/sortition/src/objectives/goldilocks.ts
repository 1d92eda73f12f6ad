import { NoPanelPossible, SearchTooLong } from '../errors.js';
import { drawable, people, withRows } from '../model/narrow.js';
import type { PanelModel, Row } from '../model/panel-model.js';
import type { Level } from '../proof/level.js';
import type { Solver } from '../solver/solver.js';
import { leximin } from './leximin.js';

const GAP = 1e-9;
const ROUNDS = 60;
/** Caps are rows in whole numbers, for the proof. */
const CAP_SCALE = 10_000;

/**
 * Neither too small nor too large: `(n/k) * largest probability + (k/n) / smallest` as small as can be, then leximin under
 * the largest. Leximin alone may give people with rare answers the probability 1, which rewards answering falsely.
 *
 * Source: Baharav and Flanigan, 2024, with their first weight; 1/smallest is bounded by its tangents until the bound is met.
 */
export function goldilocks(
  model: PanelModel,
  solver: Solver,
): { seats: readonly number[]; levels: readonly Level[]; caps: readonly Row[] } {
  const largest = largestProbability(model, solver);
  const caps = drawable(model).map((t): Row => {
    const most = Math.ceil(people(model, t) * largest * CAP_SCALE);
    return { name: { kind: 'cap' }, at: [t], by: [CAP_SCALE], least: 0, most };
  });
  return { ...leximin(withRows(model, caps), solver), caps };
}

function largestProbability(model: PanelModel, solver: Solver): number {
  const n = model.types.length;
  const types = drawable(model);
  const everybody = types.reduce((sum, t) => sum + people(model, t), 0);
  const share = model.size / everybody;
  const [top, bottom, inverse] = [n, n + 1, n + 2];
  const tangents = [0.25, 0.5, 0.75, 1].map((part) => part * share);
  for (let round = 0; round < ROUNDS; round++) {
    const answer = solver.linear({
      sense: 'min',
      cost: [...model.types.map(() => 0), 1 / share, 0, share],
      lower: [...model.types.map(() => 0), 0, 0, 0],
      upper: [...model.types.map(({ most }) => most), 1, 1, Infinity],
      rows: [
        ...model.rows,
        ...types.flatMap((t) => [
          { at: [t, top], by: [1, -people(model, t)], least: -Infinity, most: 0 },
          { at: [t, bottom], by: [1, -people(model, t)], least: 0, most: Infinity },
        ]),
        // 1/z is at least 2/at - z/at^2; scaled by at^2.
        ...tangents.map((at) => ({
          at: [bottom, inverse],
          by: [1, at * at],
          least: 2 * at,
          most: Infinity,
        })),
      ],
    });
    if (!answer) throw new NoPanelPossible();
    const smallest = answer.x[bottom]!;
    if (smallest > 0 && share * (1 / smallest - answer.x[inverse]!) <= GAP) return answer.x[top]!;
    tangents.push(Math.max(smallest, share / 1000));
  }
  throw new SearchTooLong('a balance of the smallest and the largest probability');
}
