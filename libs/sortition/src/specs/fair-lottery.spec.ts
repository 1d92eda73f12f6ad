import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Chance } from '../chance/chance.js';
import { NoPanelPossible } from '../errors.js';
import { without, withRows } from '../model/narrow.js';
import { isPanel } from '../model/panel-model.js';
import type { Pool } from '../model/pool.js';
import { toPanelModel } from '../model/to-panel-model.js';
import { goldilocks } from '../objectives/goldilocks.js';
import { leximin, maximin } from '../objectives/leximin.js';
import { nash } from '../objectives/nash.js';
import { checkLeximin } from '../proof/check-leximin.js';
import { loadSolver } from '../solver/load-solver.js';
import type { Solver } from '../solver/solver.js';
import { ALWAYS_A, FIVE, FIVE_AT_HOME, inventedPool, NO_PANEL, SEVEN, SIXTY_ONE } from './pools.js';
import { fairLottery, type Objective } from '../lottery/fair-lottery.js';
import { toTickets } from '../lottery/tickets.js';

const SEED = '5e'.repeat(32);
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function draw(pool: Pool, objective: Objective = leximin, seed = SEED) {
  const model = toPanelModel(pool);
  const lottery = fairLottery(model, objective, solver, new Chance(seed, 'mix'));
  const proven = withRows(without(model, lottery.possible), [...lottery.cuts, ...lottery.caps]);
  const of = new Map(
    model.types.flatMap(({ members }, t) =>
      members.map((person) => [pool.people[person]!.id, lottery.probabilities[t]!] as const),
    ),
  );
  return { model, lottery, proven, of };
}

describe('leximin lotteries worked out by hand', () => {
  it.each<[string, Pool, Record<string, number>]>([
    ['five people', FIVE, { lisa: 1 / 3, scrooge: 1 / 3, louie: 1 / 3, dewey: 1 / 3, marge: 2 / 3 }],
    ['five people at home', FIVE_AT_HOME, { lisa: 0, scrooge: 0, louie: 1 / 2, dewey: 1 / 2, marge: 1 }],
    ['one whom every panel needs', ALWAYS_A, { a: 1, b: 1 / 3, c: 1 / 3, d: 1 / 3 }],
    [
      'seven people',
      SEVEN,
      { elinor: 0.5, frank: 0.5, grace: 0.5, adam: 0.875, brian: 0.875, cameron: 0.875, dave: 0.875 },
    ],
    [
      'one whom no whole panel holds',
      SIXTY_ONE,
      { p61: 0, p1: 46 / 60, p11: 46 / 60, p21: 46 / 60, p60: 46 / 60 },
    ],
  ])('%s', (_, pool, expected) => {
    const { of, lottery, proven } = draw(pool);
    for (const [id, probability] of Object.entries(expected)) {
      expect(Math.abs(of.get(id)! - probability)).toBeLessThan(2e-5);
    }
    expect(checkLeximin(proven, lottery.levels, lottery.probabilities)).toEqual([]);
  });

  it('has no lottery where there is no panel', () => {
    expect(() => draw(NO_PANEL)).toThrow(NoPanelPossible);
  });

  it('needs a cut where averages of panels promise what whole panels cannot keep', () => {
    expect(draw(ALWAYS_A).lottery.cuts.length).toBeGreaterThan(0);
    expect(draw(SEVEN).lottery.cuts).toEqual([]);
  });
});

describe('other aims', () => {
  const extremes = (objective: Objective, pool: Pool) => {
    const { lottery, model } = draw(pool, objective);
    const of = lottery.probabilities.filter((_, t) => lottery.possible[t]);
    const product = lottery.probabilities.reduce(
      (sum, p, t) => (lottery.possible[t] ? sum + model.types[t]!.members.length * Math.log(p) : sum),
      0,
    );
    return { smallest: Math.min(...of), largest: Math.max(...of), product };
  };

  it('nash: the product of all is largest, by its closed form', () => {
    // With p for grace: elinor and frank 1 - p, the four others (3 + p) / 4. The derivative is 0 where 7p^2 + 4p - 3 is.
    const { of } = draw(SEVEN, nash);
    const p = 3 / 7;
    expect(of.get('grace')!).toBeCloseTo(p, 3);
    expect(of.get('elinor')!).toBeCloseTo(1 - p, 3);
    expect(of.get('adam')!).toBeCloseTo((3 + p) / 4, 3);
  });

  it('each is best at its own, on invented pools', () => {
    for (const seed of [5, 6]) {
      const pool = inventedPool(seed, 40, 8);
      const [first, product, middle] = [leximin, nash, goldilocks].map((aim) => extremes(aim, pool));
      expect(first!.smallest).toBeGreaterThan(Math.max(product!.smallest, middle!.smallest) - 3e-5);
      expect(product!.product).toBeGreaterThan(Math.max(first!.product, middle!.product) - 1e-2);
      const cost = ({ smallest, largest }: { smallest: number; largest: number }) =>
        5 * largest + 0.2 / smallest;
      expect(cost(middle!)).toBeLessThan(Math.min(cost(first!), cost(product!)) + 1e-2);
    }
  });

  it('goldilocks is proved as leximin under its cap', () => {
    const { lottery, proven } = draw(inventedPool(6, 40, 8), goldilocks);
    expect(lottery.caps.length).toBeGreaterThan(0);
    expect(checkLeximin(proven, lottery.levels, lottery.probabilities)).toEqual([]);
  });
});

describe('every lottery', () => {
  const anyPool = fc
    .record({ seed: fc.nat(5000), count: fc.integer({ min: 20, max: 60 }), households: fc.boolean() })
    .map(({ seed, count, households }) => inventedPool(seed, count, 8, households));

  it('mixes panels that meet the quotas, is proved, and its tickets hold one of a household', () => {
    fc.assert(
      fc.property(anyPool, (pool) => {
        const { model, lottery, proven } = draw(pool);
        expect(lottery.mixed.every(({ panel }) => isPanel(proven, panel))).toBe(true);
        expect(lottery.mixed.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        const seats = lottery.probabilities.reduce(
          (sum, p, t) => sum + p * model.types[t]!.members.length,
          0,
        );
        expect(seats).toBeCloseTo(pool.size, 6);
        expect(checkLeximin(proven, lottery.levels, lottery.probabilities)).toEqual([]);

        const tickets = toTickets(model, lottery, new Chance(SEED, 'tickets'), 200);
        for (const panel of tickets.panels) expectPanel(pool, panel);
        expect(tickets.counts.reduce((sum, n) => sum + n, 0)).toBe(200 * pool.size);
      }),
      { seed: 7, numRuns: 8 },
    );
  }, 60_000);

  it('gives nobody less than the smallest probability of any other lottery', () => {
    for (const seed of [1, 2, 3]) {
      const pool = inventedPool(seed, 40, 8);
      const smallest = (objective: Objective) => {
        const { lottery } = draw(pool, objective);
        return Math.min(...lottery.probabilities.filter((_, t) => lottery.possible[t]));
      };
      expect(smallest(leximin)).toBeGreaterThan(smallest(maximin) - 2e-5);
    }
  });

  it('is the same for the same seed, and its tickets others for another', () => {
    const pool = inventedPool(4, 40, 8);
    const printed = (seed: string) => {
      const { model, lottery } = draw(pool, leximin, seed);
      return toTickets(model, lottery, new Chance(seed, 'tickets'), 100).panels;
    };
    expect(printed(SEED)).toEqual(printed(SEED));
    expect(printed(SEED)).not.toEqual(printed('01'.repeat(32)));
  });
});

describe('tickets', () => {
  it('lose next to nothing of the probabilities, and are nearly all different', () => {
    const pool = inventedPool(9, 120, 24);
    const { model, lottery } = draw(pool);
    const { shortfall, distinct, panels } = toTickets(model, lottery, new Chance(SEED, 'tickets'));
    expect(panels).toHaveLength(1000);
    expect(shortfall).toBeLessThan(0.004);
    expect(distinct).toBeGreaterThan(950);
  });

  it('share the seats of a type as evenly as whole tickets can', () => {
    const pool = inventedPool(11, 60, 12);
    const { model, lottery } = draw(pool);
    const { counts } = toTickets(model, lottery, new Chance(SEED, 'tickets'));
    for (const { members } of model.types) {
      const of = members.map((person) => counts[person]!);
      expect(Math.max(...of) - Math.min(...of)).toBeLessThanOrEqual(1);
    }
  });
});

function expectPanel(pool: Pool, panel: readonly number[]): void {
  const people = panel.map((person) => pool.people[person]!);
  expect(new Set(panel).size).toBe(pool.size);
  const households = people.flatMap(({ household }) => household ?? []);
  expect(new Set(households).size).toBe(households.length);
  pool.categories.forEach(({ quotas }, c) => {
    for (const { value, min, max } of quotas) {
      const seats = people.filter(({ values }) => values[c] === value).length;
      expect(seats).toBeGreaterThanOrEqual(min);
      expect(seats).toBeLessThanOrEqual(max);
    }
  });
}
