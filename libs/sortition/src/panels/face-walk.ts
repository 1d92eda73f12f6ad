import { countOf, isPanel, type Panel, type PanelModel } from '../model/panel-model.js';
import type { Solver } from '../solver/solver.js';

export interface Mixed {
  readonly panel: Panel;
  readonly share: number;
}

export interface Walk {
  readonly mixed: readonly Mixed[];
  /** What could not be written as panels: 0 unless whole panels cannot do what average ones can. */
  readonly left: number;
}

const NEAR = 1e-7;
const DONE = 1e-9;

/**
 * Writes an average panel as a mixture of whole ones: take a panel on the face that the average lies on, as much of it
 * as the rest allows, and go on with the rest; each step presses against something new, so the walk ends.
 * Source: Caratheodory; `noise` per type makes another walk of the same average.
 */
export function faceWalk(
  model: PanelModel,
  seats: readonly number[],
  solver: Solver,
  noise: () => number = () => 0,
): Walk {
  let x = [...seats];
  let left = 1;
  const mixed: Mixed[] = [];
  for (let stuck = 0; left > DONE && stuck < 3;) {
    const weights = x.map((n) => pull(n - Math.floor(n)) + noise());
    const panel = panelNear(model, x, weights, solver, true) ?? panelNear(model, x, weights, solver, false);
    if (!panel) break;
    const step = longestStep(model, x, panel);
    if (step <= NEAR) {
      stuck++;
      continue;
    }
    stuck = 0;
    mixed.push({ panel, share: left * step });
    left *= 1 - step;
    if (step >= 1 - NEAR) return { mixed, left: 0 };
    x = x.map((n, t) => Math.max(0, (n - step * panel[t]!) / (1 - step)));
  }
  return { mixed, left };
}

/** A type that is nearly owed a seat pulls towards having it. */
const pull = (part: number): number => Math.log((part + 1e-3) / (1 - part + 1e-3));

function panelNear(
  model: PanelModel,
  x: readonly number[],
  weights: readonly number[],
  solver: Solver,
  rounded: boolean,
): Panel | undefined {
  const range = (n: number, least: number, most: number): [number, number] => {
    if (n <= least + NEAR) return [least, least];
    if (n >= most - NEAR) return [most, most];
    return rounded
      ? [Math.max(least, Math.floor(n + NEAR)), Math.min(most, Math.ceil(n - NEAR))]
      : [least, most];
  };
  const bounds = x.map((n, t) => range(n, 0, model.types[t]!.most));
  const rows = model.rows.map((row) => {
    const [least, most] = range(countOf(row, x), row.least, row.most);
    return { at: row.at, by: row.by, least, most };
  });
  const found = solver.integer(
    {
      sense: 'max',
      cost: weights,
      lower: bounds.map(([low]) => low),
      upper: bounds.map(([, high]) => high),
      rows,
    },
    { gap: 0.03 },
  );
  return found && isPanel(model, found.x) ? found.x : undefined;
}

/** How much of `panel` can be taken out of `x` before the rest leaves the model. */
function longestStep(model: PanelModel, x: readonly number[], panel: Panel): number {
  let step = 1;
  const keep = (room: number, use: number) => {
    if (use > 1e-12) step = Math.min(step, Math.max(0, room) / use);
  };
  model.types.forEach(({ most }, t) => {
    keep(x[t]!, panel[t]!);
    keep(most - x[t]!, most - panel[t]!);
  });
  for (const row of model.rows) {
    const [average, counted] = [countOf(row, x), countOf(row, panel)];
    if (Number.isFinite(row.least)) keep(average - row.least, counted - row.least);
    if (Number.isFinite(row.most)) keep(row.most - average, row.most - counted);
  }
  return step;
}
