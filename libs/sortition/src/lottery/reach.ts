import { SearchTooLong } from '../errors.js';
import { isPanel, type Panel, type PanelModel, type Row } from '../model/panel-model.js';
import type { Chance } from '../chance/chance.js';
import type { Solver } from '../solver/solver.js';
import { blend } from './blend.js';
import { faceWalk, type Mixed } from '../panels/face-walk.js';

/** A mixture of panels that has the target, or a row that every panel meets and the target does not. */
export type Reached =
  { readonly mixed: readonly Mixed[]; readonly shortfall: number } | { readonly cut: Row };

/** Per person: what a mixture may stay short of its target. */
export const SHORT = 1e-5;
const ROUNDS = 600;
/** Cuts are whole numbers, so that their bound is one too. */
const CUT_SCALE = 1000;

/**
 * Mixes whole panels into an average one. Several walks, each pushed elsewhere, spread the lottery over many panels; if
 * a walk gets stuck, panels are added where they help most until the target is met or proved out of reach.
 */
export function reach(
  model: PanelModel,
  target: readonly number[],
  known: readonly Panel[],
  solver: Solver,
  chance: Chance,
  walks: number,
): Reached {
  const first = faceWalk(model, target, solver);
  if (first.left > SHORT / 10) {
    return searchPanels(model, target, [...known, ...first.mixed.map(({ panel }) => panel)], solver);
  }
  const all = [first.mixed];
  for (let i = 1; i < walks; i++) {
    const { mixed, left } = faceWalk(model, target, solver, () => 4 * (chance.share() - 0.5));
    if (left <= SHORT / 10) all.push(mixed);
  }
  const mixed = all.flat();
  const total = mixed.reduce((sum, { share }) => sum + share, 0);
  return { mixed: mixed.map(({ panel, share }) => ({ panel, share: share / total })), shortfall: 0 };
}

function searchPanels(
  model: PanelModel,
  target: readonly number[],
  start: readonly Panel[],
  solver: Solver,
): Reached {
  const panels = [...new Map(start.map((panel) => [panel.join(), panel])).values()];
  for (let round = 0; round < ROUNDS; round++) {
    const { shares, shortfall, weights } = blend(model, panels, target, solver);
    if (shortfall <= SHORT) {
      const mixed = panels.map((panel, p) => ({ panel, share: shares[p]! }));
      return { mixed: mixed.filter(({ share }) => share > 0), shortfall };
    }
    const whole = wholeWeights(weights);
    const worth = (seats: readonly number[]) => whole.reduce((sum, w, t) => sum + w * seats[t]!, 0);
    const known = Math.max(...panels.map(worth));
    const quick = bestPanel(model, whole, solver, 0.02);
    const better = worth(quick) > known ? quick : bestPanel(model, whole, solver, 0);
    if (worth(better) > known) panels.push(better);
    else if (worth(target) > known + 1e-6) return { cut: cutAt(whole, known) };
    else throw new SearchTooLong('a lottery that meets the target');
  }
  throw new SearchTooLong('a lottery that meets the target');
}

function wholeWeights(weights: readonly number[]): number[] {
  const largest = Math.max(...weights);
  return weights.map((weight) => Math.round((weight / largest) * CUT_SCALE));
}

function cutAt(weights: readonly number[], most: number): Row {
  const at = weights.flatMap((weight, t) => (weight > 0 ? [t] : []));
  return { name: { kind: 'cut' }, at, by: at.map((t) => weights[t]!), least: 0, most };
}

function bestPanel(model: PanelModel, cost: readonly number[], solver: Solver, gap: number): Panel {
  const found = solver.integer(
    {
      sense: 'max',
      cost,
      lower: model.types.map(() => 0),
      upper: model.types.map(({ most }) => most),
      rows: model.rows,
    },
    { gap },
  );
  if (!found || !isPanel(model, found.x)) throw new Error('the solver lost the panels it had');
  return found.x;
}
