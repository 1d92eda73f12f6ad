import { people } from '../model/narrow.js';
import type { Panel, PanelModel } from '../model/panel-model.js';
import type { Mixed } from '../panels/face-walk.js';

/**
 * `tickets` panels whose plain counts stand for the lottery's probabilities: ticket by ticket the panel that keeps
 * every type nearest to what it is owed so far, then exchanges while the worst-served type gains.
 */
export function choosePanels(model: PanelModel, mixed: readonly Mixed[], tickets: number): Panel[] {
  const panels = [...new Map(mixed.map(({ panel }) => [panel.join(), panel])).values()];
  const owed = model.types.map((_, t) => mixed.reduce((sum, { panel, share }) => sum + share * panel[t]!, 0));
  const seats = model.types.map(() => 0);
  const chosen: number[] = [];
  for (let i = 1; i <= tickets; i++) {
    const lack = owed.map((n, t) => (n * i - seats[t]!) / people(model, t));
    const next = best(panels, (panel) =>
      panel.reduce((sum, n, t) => (n === 0 ? sum : sum + 2 * n * lack[t]! - (n * n) / people(model, t)), 0),
    );
    chosen.push(next);
    panels[next]!.forEach((n, t) => (seats[t] = seats[t]! + n));
  }
  exchange(
    model,
    panels,
    chosen,
    seats,
    owed.map((n) => n * tickets),
  );
  return chosen.map((p) => panels[p]!);
}

/** Swaps one ticket at a time as long as the sum of squares falls, which is quick and ends. */
function exchange(
  model: PanelModel,
  panels: readonly Panel[],
  chosen: number[],
  seats: number[],
  owed: readonly number[],
): void {
  const size = model.types.map((_, t) => people(model, t));
  for (let round = 0; round < 400; round++) {
    const gap = seats.map((n, t) => (n - owed[t]!) / size[t]!);
    const change = (panel: Panel, sign: number) =>
      panel.reduce((sum, n, t) => (n === 0 ? sum : sum + 2 * sign * n * gap[t]!), 0);
    const used = [...new Set(chosen)];
    const out = used[best(used, (p) => -change(panels[p]!, -1))]!;
    const into = best(panels, (panel, p) => (p === out ? -Infinity : -change(panel, 1)));
    const cost = panels[into]!.reduce((sum, n, t) => {
      const moved = n - panels[out]![t]!;
      return moved === 0 ? sum : sum + 2 * moved * gap[t]! + (moved * moved) / size[t]!;
    }, 0);
    if (cost >= -1e-9) return;
    chosen[chosen.indexOf(out)] = into;
    panels[into]!.forEach((n, t) => (seats[t] = seats[t]! + n - panels[out]![t]!));
  }
}

/** The first place with the largest worth. */
function best<T>(items: readonly T[], worth: (item: T, place: number) => number): number {
  let place = 0;
  let most = -Infinity;
  items.forEach((item, i) => {
    const value = worth(item, i);
    if (value > most) [place, most] = [i, value];
  });
  return place;
}
