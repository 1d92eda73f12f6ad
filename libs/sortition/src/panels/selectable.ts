import { NoPanelPossible } from '../errors.js';
import { isPanel, type Panel, type PanelModel } from '../model/panel-model.js';
import type { Solver } from '../solver/solver.js';
import { faceWalk } from './face-walk.js';

export interface Selectable {
  /** Panels that hold, together, every type that any panel holds. */
  readonly panels: readonly Panel[];
  /** Whether some panel has a seat for the type; those without have probability 0 in every lottery. */
  readonly possible: readonly boolean[];
}

/**
 * Who can be drawn at all. A walk from the middle of all average panels meets nearly everybody; then each search asks
 * for a panel with somebody not seen so far, and when there is none, nobody of the rest can ever be drawn. The linear
 * relaxation alone is not enough: it lets halves of people sit.
 *
 * @throws NoPanelPossible
 */
export function selectable(model: PanelModel, solver: Solver): Selectable {
  const panels = fromTheMiddle(model, solver);
  const possible = model.types.map((_, t) => panels.some((panel) => panel[t]! > 0));
  for (;;) {
    const unseen = possible.flatMap((seen, t) => (seen ? [] : [t]));
    if (unseen.length === 0) return { panels, possible };
    const panel = panelWithOneOf(model, unseen, solver);
    if (!panel && panels.length === 0 && !anyPanel(model, solver)) throw new NoPanelPossible();
    if (!panel) return { panels, possible };
    panels.push(panel);
    panel.forEach((seats, t) => {
      if (seats > 0) possible[t] = true;
    });
  }
}

/** A panel if there is one. */
export function anyPanel(model: PanelModel, solver: Solver): Panel | undefined {
  return panelWithOneOf(model, [], solver);
}

function fromTheMiddle(model: PanelModel, solver: Solver): Panel[] {
  const { lower, upper, cost } = seats(model);
  const middle = solver.linear({ sense: 'min', cost, lower, upper, rows: model.rows }, true);
  return middle ? faceWalk(model, middle.x, solver).mixed.map(({ panel }) => panel) : [];
}

function panelWithOneOf(model: PanelModel, wanted: readonly number[], solver: Solver): Panel | undefined {
  const { lower, upper, cost } = seats(model);
  for (const t of wanted) cost[t] = 1;
  const oneOf = { at: wanted, by: wanted.map(() => 1), least: 1, most: Infinity };
  const rows = wanted.length > 0 ? [...model.rows, oneOf] : model.rows;
  const found = solver.integer({ sense: 'max', cost, lower, upper, rows }, { gap: 0.3 });
  if (!found) return undefined;
  if (!isPanel(model, found.x)) throw new Error('the solver gave seats that break a quota');
  return found.x;
}

function seats(model: PanelModel): { lower: number[]; upper: number[]; cost: number[] } {
  return {
    lower: model.types.map(() => 0),
    upper: model.types.map(({ most }) => most),
    cost: model.types.map(() => 0),
  };
}
