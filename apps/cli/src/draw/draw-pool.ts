import {
  Chance,
  fairLottery,
  goldilocks,
  leximin,
  type Lottery,
  maximin,
  nash,
  type Objective,
  type PanelModel,
  type Pool,
  sha256Hex,
  type Solver,
  ticketNumber,
  type Tickets,
  toPanelModel,
  toTickets,
  UNIT,
  without,
  withRows,
  levelBound,
} from '@commonthread/sortition';

import type { Method } from './draw-options.js';

const OBJECTIVES: Readonly<Record<Method, Objective>> = { leximin, goldilocks, nash, maximin };

export interface Drawn {
  readonly pool: Pool;
  readonly model: PanelModel;
  readonly lottery: Lottery;
  readonly tickets: Tickets;
  readonly ticketsHash: string;
  readonly ticket: number;
}

/** The whole way from a pool to a panel, the same for the same seed. @throws NoPanelPossible | SearchTooLong */
export function drawPool(
  pool: Pool,
  { method, seed, tickets }: { readonly method: Method; readonly seed: string; readonly tickets: number },
  solver: Solver,
): Drawn {
  const model = toPanelModel(pool);
  const lottery = fairLottery(model, OBJECTIVES[method], solver, new Chance(seed, 'mix'));
  const printed = toTickets(model, lottery, new Chance(seed, 'tickets'), tickets);
  const ticketsHash = sha256Hex(ticketLines(pool, printed));
  const { ticket } = ticketNumber(ticketsHash, seed, tickets);
  return { pool, model, lottery, tickets: printed, ticketsHash, ticket };
}

/** One line a ticket: its people's ids, in order, with a comma between. */
export function ticketLines(pool: Pool, { panels }: Tickets): string {
  return panels.map((panel) => `${idsOf(pool, panel).join(',')}\n`).join('');
}

export function idsOf(pool: Pool, panel: readonly number[]): string[] {
  return panel.map((person) => pool.people[person]!.id).toSorted((a, b) => (a < b ? -1 : 1));
}

/** The model that the lottery's proof is about: nobody in it who cannot be drawn, and its cuts. */
export function provenModel({ model, lottery }: Drawn): PanelModel {
  return withRows(without(model, lottery.possible), [...lottery.cuts, ...lottery.caps]);
}

/** No lottery gives everybody who can be drawn more than this. */
export function upperBound(drawn: Drawn): number {
  const model = provenModel(drawn);
  const [first] = drawn.lottery.levels;
  const floors = model.types.map(({ most }) => (most > 0 ? undefined : 0));
  return (first ? (levelBound(model, first, floors)?.atMost ?? UNIT) : UNIT) / UNIT;
}
