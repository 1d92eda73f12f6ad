import { beforeAll, describe, expect, it } from '@jest/globals';

import { faultSentence } from '../explain/fault-sentence.js';
import { toPanelModel } from '../model/to-panel-model.js';
import { loadSolver } from '../solver/load-solver.js';
import type { Solver } from '../solver/solver.js';
import { anyPanel } from '../panels/selectable.js';
import { FIVE, NO_PANEL, pool } from './pools.js';
import { checkQuotas } from '../checks/check-quotas.js';
import { conflict } from '../checks/conflict.js';
import { nearestQuotas, withChanges } from '../checks/nearest-quotas.js';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

describe('checkQuotas', () => {
  it('has nothing to say of quotas that can be counted out', () => {
    expect(checkQuotas(FIVE)).toEqual([]);
    expect(checkQuotas(NO_PANEL)).toEqual([]);
  });

  it('names all that counting shows to be impossible', () => {
    const people = { a: 'f', b: 'm', c: 'm' };
    const said = (size: number, f: [number, number], m: [number, number]) =>
      checkQuotas(pool(size, { sex: { f, m } }, people)).map(faultSentence);

    expect(said(2, [1, 1], [1, 2])).toEqual([]);
    expect(said(2, [2, 1], [1, 2])).toEqual([
      'sex, f: at least 2 and at most 1 cannot be',
      'sex, f: at least 2 wanted, and 1 of the pool can sit at once',
      'sex: the least numbers add up to 3, and there are 2 seats',
    ]);
    expect(said(4, [1, 1], [1, 2])).toEqual([
      '4 seats and only 3 people',
      'sex: the most numbers add up to 3, and there are 4 seats',
    ]);
    expect(said(0, [0, 0], [0, 0])).toEqual(['0 is not a number of seats']);
  });

  it('counts a household once', () => {
    const flat = pool(2, { sex: { f: [2, 2], m: [0, 1] } }, { a: ['f', '1'], b: ['f', '1'], c: 'm' });
    expect(checkQuotas(flat).map(faultSentence)).toContain(
      'sex, f: at least 2 wanted, and 1 of the pool can sit at once',
    );
  });
});

describe('nearestQuotas', () => {
  it('finds the smallest change, after which there is a panel', () => {
    const changes = nearestQuotas(NO_PANEL, toPanelModel(NO_PANEL), solver)!;
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ value: 'v1', min: 1, max: 1, newMin: 1, newMax: 2 });
    const changed = withChanges(NO_PANEL, changes);
    expect(anyPanel(toPanelModel(changed), solver)).toBeDefined();
  });

  it('would rather lower a large quota than a small one', () => {
    const people = Object.fromEntries([
      ...Array.from({ length: 9 }, (_, i) => [`a${i}`, 'big x']),
      ['b', 'small x'],
    ]);
    const crowded = pool(10, { group: { big: [10, 10], small: [1, 1] }, any: { x: [0, 10] } }, people);
    expect(nearestQuotas(crowded, toPanelModel(crowded), solver)).toEqual([
      { category: 'group', value: 'big', min: 10, max: 10, newMin: 9, newMax: 10 },
    ]);
  });

  it('stays within the flex bounds, and says when they do not suffice', () => {
    const fixed = {
      ...NO_PANEL,
      categories: NO_PANEL.categories.map(({ name, quotas }) => ({
        name,
        quotas: quotas.map((quota) => ({ ...quota, minFlex: quota.min, maxFlex: quota.max })),
      })),
    };
    expect(nearestQuotas(fixed, toPanelModel(fixed), solver)).toBeUndefined();
  });

  it('says what would let somebody in', () => {
    const tight = pool(1, { sex: { f: [1, 1], m: [0, 0] } }, { a: 'f', b: 'm' });
    const changes = nearestQuotas(tight, toPanelModel(tight), solver, 1)!;
    expect(changes).toContainEqual({ category: 'sex', value: 'm', min: 0, max: 0, newMin: 0, newMax: 1 });
  });
});

describe('conflict', () => {
  it('is empty when there is a panel', () => {
    expect(conflict(toPanelModel(FIVE), solver)).toEqual([]);
  });

  it('names quotas that cannot hold together, none too many', () => {
    const model = toPanelModel(NO_PANEL);
    const named = conflict(model, solver);
    expect(named).toEqual([
      { category: 'f1', value: 'v1' },
      { category: 'f2', value: 'v1' },
      { category: 'f3', value: 'v1' },
    ]);
    for (const { category } of named) {
      const rows = model.rows.filter(({ name }) => name.kind !== 'quota' || name.category !== category);
      expect(anyPanel({ ...model, rows }, solver)).toBeDefined();
    }
  });
});
