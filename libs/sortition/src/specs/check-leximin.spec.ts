import { beforeAll, describe, expect, it } from '@jest/globals';

import type { PanelModel } from '../model/panel-model.js';
import { toPanelModel } from '../model/to-panel-model.js';
import { leximin, maximin } from '../objectives/leximin.js';
import { loadSolver } from '../solver/load-solver.js';
import type { Solver } from '../solver/solver.js';
import { SEVEN } from './pools.js';
import { checkLeximin } from '../proof/check-leximin.js';
import { type Level, UNIT } from '../proof/level.js';
import { levelBound } from '../proof/level-bound.js';

let solver: Solver;
let model: PanelModel;
let levels: readonly Level[];
/** Of the types liberal man, liberal woman, conservative man, conservative woman. */
const FAIR = [0.875, 0.5, 0.5, 0.5];
beforeAll(async () => {
  solver = await loadSolver();
  model = toPanelModel(SEVEN);
  ({ levels } = leximin(model, solver));
});

const codes = (changed: readonly Level[], probabilities = FAIR) =>
  checkLeximin(model, changed, probabilities).map(({ code }) => code);

describe('checkLeximin', () => {
  it('accepts the leximin probabilities with their levels', () => {
    expect(codes(levels)).toEqual([]);
  });

  it('refuses probabilities that only have the right minimum', () => {
    const firstOnly = maximin(model, solver);
    expect(codes(firstOnly.levels, [0.8, 0.5, 0.7, 0.5])).toContain('type-not-settled');
    expect(codes(levels, [0.8, 0.5, 0.8, 0.5])).toContain('not-at-its-level');
  });

  it('refuses a first level that claims to settle everybody', () => {
    const [first] = levels;
    const claimed = [{ ...first!, types: [0, 1, 2, 3] }];
    expect(codes(claimed, [0.5, 0.5, 0.5, 0.5])).toContain('level-proves-nothing');
  });

  it.each<[string, (level: Level) => Level]>([
    [
      'a price changed',
      (level) => ({
        ...level,
        prices: level.prices.map(([r, price], i) => [r, i === 0 ? price + UNIT / 10 : price]),
      }),
    ],
    ['prices left out', (level) => ({ ...level, prices: [] })],
    ['weights left out', (level) => ({ ...level, weights: [] })],
    [
      'a negative weight',
      (level) => ({ ...level, weights: level.weights.map(([t, weight]) => [t, -weight]) }),
    ],
    ['a lower value', (level) => ({ ...level, value: level.value - UNIT / 100 })],
  ])('refuses %s', (_, change) => {
    expect(codes(levels.map(change))).not.toEqual([]);
  });

  it('refuses a type that is settled twice, or never', () => {
    expect(codes([...levels, levels[0]!])).toContain('type-settled-twice');
    expect(codes(levels.slice(0, -1))).toContain('type-not-settled');
  });
});

describe('levelBound', () => {
  it('is a bound whatever the prices', () => {
    const floors = [undefined, undefined, undefined, undefined];
    const weights: Level['weights'] = [
      [1, UNIT],
      [3, UNIT],
    ];
    // One woman sits, whichever: half for each of two.
    const women = model.rows.findIndex(({ name }) => name.kind === 'quota' && name.value === 'female');
    const bound = (prices: Level['prices']) =>
      levelBound(model, { value: 0, weights, prices }, floors)!.atMost;
    expect(bound([[women, UNIT]])).toBe(UNIT / 2 + 1);
    expect(bound([])).toBe(UNIT + 1);
    expect(bound([[women, UNIT / 2]])).toBeGreaterThan(UNIT / 2);
  });
});
