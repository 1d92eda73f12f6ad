import type { Chance } from '../chance/chance.js';
import type { PanelModel } from '../model/panel-model.js';
import { choosePanels } from './choose-panels.js';
import type { Lottery } from './fair-lottery.js';
import { namePeople } from './name-people.js';

export interface Tickets {
  /** One panel per ticket: places in the pool, rising. Every ticket is equally likely. */
  readonly panels: readonly (readonly number[])[];
  /** On how many tickets each person is: this over the number of tickets is the probability from now on. */
  readonly counts: readonly number[];
  /** The most that anybody's probability lost by becoming whole tickets. */
  readonly shortfall: number;
  /** How many different panels there are. */
  readonly distinct: number;
}

/** Turns a lottery into tickets of equal weight, so that one number drawn in public decides. */
export function toTickets(model: PanelModel, lottery: Lottery, chance: Chance, tickets = 1000): Tickets {
  const panels = namePeople(model, choosePanels(model, lottery.mixed, tickets), chance);
  const mixedUp = chance.shuffled(panels);
  const counts = Array.from(
    { length: model.types.reduce((sum, { members }) => sum + members.length, 0) },
    () => 0,
  );
  for (const panel of panels) for (const person of panel) counts[person] = counts[person]! + 1;
  const lost = model.types.flatMap(({ members }, t) =>
    members.map((person) => lottery.probabilities[t]! - counts[person]! / tickets),
  );
  return {
    panels: mixedUp,
    counts,
    shortfall: lost.reduce((most, loss) => Math.max(most, loss), 0),
    distinct: new Set(panels.map((panel) => panel.join())).size,
  };
}
