import { without, withRows } from '../model/narrow.js';
import { isPanel, type PanelModel } from '../model/panel-model.js';
import { checkLeximin } from '../proof/check-leximin.js';
import type { DrawBundle } from './bundle.js';
import { bundleModel } from './bundle-model.js';

export interface BundleFault {
  readonly code:
    | 'ticket-breaks-quotas'
    | 'ticket-marks'
    | 'pool-count'
    | 'seats-differ'
    | 'unselectable-seated'
    | 'probability-lost'
    | 'proof';
  /** Which ticket, type or level, counted from 0; what it concerns follows from the code. */
  readonly at: number;
  readonly detail: string;
}

/** How much of a probability whole tickets may lose or add. */
const LOST = 0.004;

/** Methods whose lotteries are proved level by level; the others are checked for everything else. */
const PROVED = new Set(['leximin', 'goldilocks']);

/**
 * Whether a bundle is what it says: every ticket meets the quotas, counts add up, tickets stand for the lottery's
 * probabilities, and those are proved. No solver, no secret; that a mark is a certain person's only that person can tell.
 */
export function verifyBundle(bundle: DrawBundle): BundleFault[] {
  const faults: BundleFault[] = [];
  const add = (code: BundleFault['code'], at: number, detail: string) => faults.push({ code, at, detail });
  const model = bundleModel(bundle);
  const inPool = bundle.types.reduce((sum, { people }) => sum + people, 0);
  if (inPool !== new Set(bundle.leaves).size || inPool !== bundle.leaves.length) {
    add('pool-count', 0, `${inPool} people in the types, ${new Set(bundle.leaves).size} different leaves`);
  }
  const seats = bundle.types.map(() => 0);
  bundle.tickets.forEach((ticket, i) => {
    if (!isPanel(model, ticket.seats)) add('ticket-breaks-quotas', i, brokenRow(model, ticket.seats));
    if (new Set(ticket.marks).size !== bundle.size || ticket.marks.length !== bundle.size) {
      add('ticket-marks', i, `${new Set(ticket.marks).size} different marks for ${bundle.size} seats`);
    }
    ticket.seats.forEach((n, t) => (seats[t] = (seats[t] ?? 0) + n));
  });
  bundle.types.forEach((type, t) => {
    if (seats[t] !== type.seats) add('seats-differ', t, `${type.seats} said, ${seats[t]} on the tickets`);
    if (!type.selectable && type.seats > 0) add('unselectable-seated', t, `${type.seats} seats`);
    const lost = Math.abs(type.seats / type.people / bundle.tickets.length - type.probability);
    if (!(lost <= LOST)) add('probability-lost', t, `${lost.toFixed(4)} between the lottery and the tickets`);
  });
  if (PROVED.has(bundle.method)) {
    const possible = bundle.types.map(({ selectable }) => selectable);
    const proven = withRows(without(model, possible), [...bundle.cuts, ...bundle.caps]);
    const probabilities = bundle.types.map(({ probability }) => probability);
    for (const { code, level, type } of checkLeximin(proven, bundle.levels, probabilities)) {
      add('proof', level ?? type ?? 0, code);
    }
  }
  return faults;
}

function brokenRow(model: PanelModel, seats: readonly number[]): string {
  const row = model.rows.find(({ at, by, least, most }) => {
    const counted = at.reduce((sum, t, i) => sum + by[i]! * (seats[t] ?? 0), 0);
    return counted < least || counted > most;
  });
  if (!row) return 'seats that nobody can fill';
  return row.name.kind === 'quota' ? `${row.name.category}, ${row.name.value}` : row.name.kind;
}
