import { beforeAll, describe, expect, it } from '@jest/globals';

import { Chance } from '../chance/chance.js';
import type { DrawBundle, Slip } from '../draw/bundle.js';
import { commitmentOf, makeBundle, slipsOf } from '../draw/make-bundle.js';
import { readBundle } from '../draw/read-bundle.js';
import { markOf, openSlip } from '../draw/slip.js';
import { verifyBundle } from '../draw/verify-bundle.js';
import { BundleUnreadable } from '../errors.js';
import { fairLottery } from '../lottery/fair-lottery.js';
import { toTickets } from '../lottery/tickets.js';
import { toPanelModel } from '../model/to-panel-model.js';
import { leximin, maximin } from '../objectives/leximin.js';
import { loadSolver } from '../solver/load-solver.js';
import { inventedPool } from './pools.js';

const SEED = '5e'.repeat(32);
const KEY = 'c0'.repeat(32);
const POOL = inventedPool(3, 50, 10, true);
let bundle: DrawBundle;
let tickets: readonly (readonly number[])[];
let firstStepOnly: DrawBundle;
beforeAll(async () => {
  const solver = await loadSolver();
  const model = toPanelModel(POOL);
  const publish = (objective: typeof leximin) => {
    const lottery = fairLottery(model, objective, solver, new Chance(SEED, 'mix'));
    const printed = toTickets(model, lottery, new Chance(SEED, 'tickets'), 500);
    return { printed, made: makeBundle(POOL, model, lottery, printed, { key: KEY, method: 'leximin' }) };
  };
  const { printed, made } = publish(leximin);
  tickets = printed.panels;
  bundle = readBundle(JSON.parse(JSON.stringify(made)));
  firstStepOnly = publish(maximin).made;
}, 60_000);

const codes = (changed: DrawBundle) => [...new Set(verifyBundle(changed).map(({ code }) => code))];
type Loose<T> = T extends readonly (infer U)[]
  ? Loose<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Loose<T[K]> }
    : T;

/** A deep copy with something changed in it. */
function changed(change: (copy: Loose<DrawBundle>) => unknown): DrawBundle {
  const copy = structuredClone(bundle) as unknown as Loose<DrawBundle>;
  change(copy);
  return copy as unknown as DrawBundle;
}

describe('a published draw', () => {
  it('holds, and changes its commitment with whatever changes in it', () => {
    expect(verifyBundle(bundle)).toEqual([]);
    const commits = [
      bundle,
      changed((b) => b.size++),
      changed((b) => b.tickets[0]!.marks.reverse()),
      changed((b) => b.categories[0]!.quotas[0]!.max++),
      changed((b) => b.leaves.pop()),
    ].map(commitmentOf);
    expect(new Set(commits).size).toBe(commits.length);
  });

  it('refuses the lottery that stops after the first step', () => {
    expect(codes(firstStepOnly)).toContain('proof');
  });

  it.each<[string, (b: Loose<DrawBundle>) => void, string]>([
    ['a seat too many', (b) => b.tickets[2]!.seats[0]!++, 'ticket-breaks-quotas'],
    ['a mark twice', (b) => (b.tickets[4]!.marks[1] = b.tickets[4]!.marks[0]!), 'ticket-marks'],
    ['a mark taken off', (b) => b.tickets[4]!.marks.pop(), 'ticket-marks'],
    ['a person more than leaves', (b) => b.types[0]!.people++, 'pool-count'],
    ['a count of seats changed', (b) => b.types[0]!.seats++, 'seats-differ'],
    ['a ticket left out', (b) => b.tickets.pop(), 'seats-differ'],
    ['a probability changed', (b) => (b.types[0]!.probability += 0.01), 'probability-lost'],
    ['a level left out', (b) => b.levels.pop(), 'proof'],
    ['a quota changed', (b) => (b.categories[0]!.quotas[0]!.min = 9), 'ticket-breaks-quotas'],
    ['somebody who cannot be drawn', (b) => (b.types[0]!.selectable = false), 'unselectable-seated'],
  ])('refuses %s', (_, change, code) => {
    expect(codes(changed(change))).toContain(code);
  });

  it('names nobody, and links no mark to a row or to another ticket', () => {
    const text = JSON.stringify(bundle);
    for (const { id } of POOL.people) expect(text).not.toContain(`"${id}"`);
    const marks = bundle.tickets.flatMap(({ marks }) => marks);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('lets each person, and nobody else, find their row and their tickets', () => {
    const slips = slipsOf(POOL, KEY);
    POOL.people.forEach(({ id }, person) => {
      const { inPool, tickets: held } = openSlip(bundle, slips.get(id)!);
      expect(inPool).toBe(true);
      expect(held).toEqual(tickets.flatMap((panel, i) => (panel.includes(person) ? [i] : [])));
    });
    const slip: Slip = slips.get(POOL.people[0]!.id)!;
    expect(openSlip(bundle, { ...slip, values: [...slip.values].reverse() }).inPool).toBe(false);
    expect(openSlip(bundle, { ...slip, secret: '00'.repeat(16) })).toEqual({ inPool: false, tickets: [] });
    expect(markOf(slip.secret, 1)).not.toBe(markOf(slip.secret, 2));
  });

  it.each<[string, (b: Loose<DrawBundle>) => unknown]>([
    ['types', (b) => Reflect.deleteProperty(b, 'types')],
    ['types', (b) => (b.types[0]!.values = [])],
    ['types', (b) => Object.assign(b.types[0]!, { id: 'ada' })],
    ['tickets', (b) => (b.tickets = [])],
    ['tickets', (b) => (b.tickets[0]!.seats = [1])],
    ['levels', (b) => (b.levels[0]!.types = [999])],
    ['version', (b) => Object.assign(b, { version: 'draw/v2' })],
    ['names', (b) => Object.assign(b, { names: [] })],
  ])('does not read one whose %s are not as they should be', (part, change) => {
    expect(() => readBundle(changed(change))).toThrow(new BundleUnreadable(part));
  });
});
