import { drawable, people } from '../model/narrow.js';
import type { Panel, PanelModel } from '../model/panel-model.js';
import type { Solver } from '../solver/solver.js';

export interface Blend {
  /** One share per panel, together 1. */
  readonly shares: readonly number[];
  /** How far the worst-served type stays below its target, per person. */
  readonly shortfall: number;
  /** Weight of each type in what keeps the shortfall up. */
  readonly weights: readonly number[];
}

/** The mixture of these panels that comes nearest to the target from below. */
export function blend(
  model: PanelModel,
  panels: readonly Panel[],
  target: readonly number[],
  solver: Solver,
): Blend {
  const types = drawable(model);
  const all = panels.map((_, p) => p);
  const answer = solver.linear({
    sense: 'min',
    cost: [...panels.map(() => 0), 1],
    lower: [...panels.map(() => 0), 0],
    upper: [...panels.map(() => 1), Infinity],
    rows: [
      { at: all, by: panels.map(() => 1), least: 1, most: 1 },
      ...types.map((t) => {
        const at = all.filter((p) => panels[p]![t]! > 0);
        return {
          at: [...at, panels.length],
          by: [...at.map((p) => panels[p]![t]!), people(model, t)],
          least: target[t]!,
          most: Infinity,
        };
      }),
    ],
  });
  if (!answer) throw new Error('a blend of panels always exists');
  const weights = model.types.map(() => 0);
  types.forEach((t, i) => (weights[t] = Math.max(0, answer.rowDuals[i + 1]!)));
  const shares = answer.x.slice(0, panels.length).map((share) => Math.max(0, share));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return { shares: shares.map((share) => share / total), shortfall: answer.value, weights };
}
