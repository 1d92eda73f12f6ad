import { describe, expect, it } from '@jest/globals';

import { CategoryWithoutAnswers, CategoryWithoutTarget, MarginDoesNotAddUp } from '../errors.js';
import { wilson } from '../intervals/wilson.js';
import { seeded } from '../testing/seeded.js';
import { kish } from './kish.js';
import type { Margin } from './margin.js';
import { postStratify } from './post-stratify.js';
import { type Answer, rake } from './rake.js';

/** 428 invented answers and Stoke-on-Trent's margins; weights from R's `survey::rake`. */
const MARGINS: Margin[] = [
  { variable: 'sex', targets: { F: 0.5027577478199278, M: 0.49724225218007223 } },
  {
    variable: 'age',
    targets: { '16-34': 0.3215404757351535, '35-64': 0.4606765814933043, '65+': 0.2177829427715422 },
  },
  { variable: 'eth', targets: { W: 0.8348343350762241, O: 0.16516566492377593 } },
];
const CELLS = [
  ['F', '16-34', 'W', 38, 9, 1.408416],
  ['F', '16-34', 'O', 12, 4, 1.449421],
  ['F', '35-64', 'W', 112, 26, 0.817026],
  ['F', '35-64', 'O', 14, 5, 0.840814],
  ['F', '65+', 'W', 72, 25, 0.538505],
  ['F', '65+', 'O', 4, 2, 0.554184],
  ['M', '16-34', 'W', 22, 4, 2.065782],
  ['M', '16-34', 'O', 10, 3, 2.125927],
  ['M', '35-64', 'W', 66, 13, 1.198366],
  ['M', '35-64', 'O', 12, 4, 1.233256],
  ['M', '65+', 'W', 62, 15, 0.789848],
  ['M', '65+', 'O', 4, 1, 0.812844],
] as const;
const answers: Answer[] = CELLS.flatMap(([sex, age, eth, n]) =>
  Array.from({ length: n }, () => ({ sex, age, eth })),
);

describe('rake', () => {
  const raked = rake(answers, MARGINS);

  it('gives the published weights in nine rounds', () => {
    expect(raked.rounds).toBe(9);
    let first = 0;
    for (const [, , , n, , weight] of CELLS) {
      expect(raked.weights[first]).toBeCloseTo(weight, 6);
      first += n;
    }
  });

  it('gives the published certainty that is left, and the interval from it', () => {
    const hits = CELLS.reduce(
      (sum, [sex, age, eth, , yes]) => sum + yes * (raked.weights[first(sex, age, eth)] ?? 0),
      0,
    );
    const interval = wilson({ share: hits / 428, n: raked.effective });

    expect(raked.effective).toBeCloseTo(365.7893028420503, 8);
    expect(raked.designEffect).toBeCloseTo(1.170072488928996, 10);
    expect(interval?.low).toBeCloseTo(0.20686515346020823, 10);
    expect(raked.shaky).toBe(false);
  });

  it('meets every margin, has a mean of one and no weight below zero', () => {
    expect(raked.weights.reduce((sum, weight) => sum + weight, 0) / 428).toBeCloseTo(1, 12);
    expect(Math.min(...raked.weights)).toBeGreaterThan(0);
    for (const { variable, targets } of MARGINS) {
      for (const [category, target] of Object.entries(targets)) {
        const share = answers.reduce(
          (sum, answer, at) => sum + (answer[variable] === category ? (raked.weights[at] ?? 0) : 0),
          0,
        );
        expect(share / 428).toBeCloseTo(target, 9);
      }
    }
  });

  it('does not depend on the order of the answers', () => {
    expect(rake(answers.toReversed(), MARGINS).weights.toReversed()[0]).toBeCloseTo(raked.weights[0] ?? 0, 9);
  });

  it('keeps those who withheld a variable at their share of the sample, and counts them', () => {
    const some = answers.map((answer, at) => (at % 8 === 0 ? { ...answer, eth: null } : answer));
    const result = rake(some, MARGINS);
    const withheld = some.reduce(
      (sum, { eth }, at) => sum + (eth === null ? (result.weights[at] ?? 0) : 0),
      0,
    );

    expect(result.withheld).toEqual({ sex: 0, age: 0, eth: 54 });
    expect(withheld / 428).toBeCloseTo(54 / 428, 9);
  });

  it('trims what stands above five medians, rakes again and says that it did', () => {
    const lopsided: Answer[] = [
      ...Array.from({ length: 396 }, () => ({ sex: 'F' })),
      ...Array.from({ length: 4 }, () => ({ sex: 'M' })),
    ];
    const result = rake(lopsided, [{ variable: 'sex', targets: { F: 0.5, M: 0.5 } }]);

    expect(result.trimmed).toBe(4);
    expect(result.shaky).toBe(true);
  });

  it.each([
    ['targets that add up to 0.9', { F: 0.5, M: 0.4 }, MarginDoesNotAddUp],
    ['people whom nobody answered for', { F: 0.5, M: 0.4, X: 0.1 }, CategoryWithoutAnswers],
    ['answers without a target', { F: 1 }, CategoryWithoutTarget],
    ['answers where nobody lives', { F: 1, M: 0 }, CategoryWithoutTarget],
  ])('refuses %s', (_, targets, refusal) => {
    expect(() => rake(answers, [{ variable: 'sex', targets }])).toThrow(refusal);
  });

  it('says so when no weights can meet the margins', () => {
    const apart: Answer[] = [
      { a: 'x', b: 'x' },
      { a: 'y', b: 'y' },
    ];
    const margins = [
      { variable: 'a', targets: { x: 0.5, y: 0.5 } },
      { variable: 'b', targets: { x: 0.3, y: 0.7 } },
    ];
    expect(() => rake(apart, margins)).toThrow('no weights meet all margins');
  });
});

describe('postStratify', () => {
  it('weighs a single table', () => {
    const weights = postStratify([
      { name: 'young', answers: 20, share: 0.4 },
      { name: 'old', answers: 80, share: 0.6 },
    ]);
    expect(weights[0]).toBeCloseTo(2, 12);
    expect(weights[1]).toBeCloseTo(0.75, 12);
  });

  it('equals raking on one margin', () => {
    const sample = seeded(7);
    const people = Array.from({ length: 500 }, () => ({ g: ['a', 'b', 'c'][sample.whole(3)] ?? 'a' }));
    const targets = { a: 0.2, b: 0.3, c: 0.5 };
    const weights = postStratify(
      Object.entries(targets).map(([name, share]) => ({
        name,
        share,
        answers: people.filter(({ g }) => g === name).length,
      })),
    );
    const raked = rake(people, [{ variable: 'g', targets }]);

    for (const [at, name] of ['a', 'b', 'c'].entries()) {
      expect(raked.weights[people.findIndex(({ g }) => g === name)]).toBeCloseTo(weights[at] ?? 0, 9);
    }
  });

  it('refuses a stratum of people without answers', () => {
    expect(() =>
      postStratify([
        { name: 'young', answers: 0, share: 0.4 },
        { name: 'old', answers: 8, share: 0.6 },
      ]),
    ).toThrow(CategoryWithoutAnswers);
  });
});

describe('kish', () => {
  it('costs nothing for equal weights and everything but one for a single heavy one', () => {
    expect(kish([2, 2, 2])).toEqual({ effective: 3, designEffect: 1 });
    expect(kish([1, 0, 0]).effective).toBe(1);
    expect(kish([])).toEqual({ effective: 0, designEffect: 1 });
  });
});

const first = (sex: string, age: string, eth: string): number =>
  answers.findIndex((answer) => answer['sex'] === sex && answer['age'] === age && answer['eth'] === eth);
