import { describe, expect, it } from '@jest/globals';

import { FigureImpossible } from '../errors.js';
import { effectiveSize } from './effective-size.js';
import { newcombeChange } from './newcombe-change.js';
import { pairedChange } from './paired-change.js';
import { welchChange } from './welch-change.js';
import { shareOf, wilson } from './wilson.js';

/** Expected values from R 4.2 `prop.test`, statsmodels and the UKHSA PHEindicatormethods tables. */
describe('wilson', () => {
  it.each([
    [205, 428, 0.4320423101245458, 0.5262757262002763],
    [74, 428, 0.14002202334940994, 0.2115918750367118],
    [111, 428, 0.22009468602741086, 0.30287839635666447],
    [274, 428, 0.5936561132627292, 0.6842236445717901],
    [0, 20, 0, 0.16112515805281938],
    [20, 20, 0.8388748419471806, 1],
    [1, 100, 0.0017674320641406468, 0.054486196178705315],
    [65, 100, 0.5525444329688797, 0.7363575175690247],
    [9856, 12345, 0.7912101752909069, 0.8053640073614909],
  ])('gives the published limits for %i of %i', (hits, n, low, high) => {
    const interval = wilson({ share: hits / n, n });

    expect(interval?.low).toBeCloseTo(low, 12);
    expect(interval?.high).toBeCloseTo(high, 12);
  });

  it('widens with the design effect: 111 of 428, design effect 1.5', () => {
    const interval = wilson({ share: 111 / 428, n: 428 / 1.5 });

    expect(interval?.low).toBeCloseTo(0.21192723239346106, 12);
    expect(interval?.high).toBeCloseTo(0.3131581586589394, 12);
  });

  it('has no interval when nobody answered', () => {
    expect(wilson({ share: 0, n: 0 })).toBeNull();
  });
});

describe('newcombeChange', () => {
  const before = (n: number) => ({ share: 111 / 428, n });
  const after = (n: number) => ({ share: 139 / 430, n });

  it('gives the published limits for 111/428 then 139/430', () => {
    const moved = newcombeChange(before(428), after(430));

    expect(moved?.change).toBeCloseTo(0.06391001956096498, 12);
    expect(moved?.low).toBeCloseTo(0.003089201282471088, 12);
    expect(moved?.high).toBeCloseTo(0.12407993481087894, 12);
  });

  it('cannot tell any more once weighting is admitted: design effect 1.5', () => {
    const moved = newcombeChange(before(428 / 1.5), after(430 / 1.5));

    expect(moved?.low).toBeCloseTo(-0.010573483743514037, 12);
    expect(moved?.high).toBeCloseTo(0.13742069024283354, 12);
  });

  it('has no interval when nobody answered one wave', () => {
    expect(newcombeChange(before(0), after(430))).toBeNull();
  });
});

describe('effectiveSize', () => {
  it.each([
    [428, 1, undefined, 428],
    [428, 1.5, undefined, 285.3333333333333],
    // 100 of 1,000 is a tenth: 100 x 999 / 900.
    [100, 1, 1000, 111],
    [100, 2, 1000, 55.5],
    // Exactly 5 % makes no difference worth stating.
    [50, 1, 1000, 50],
    [40, 1, 40, Infinity],
  ])('%i answers, design effect %f, of %p people: %f', (answers, designEffect, population, expected) => {
    expect(effectiveSize(answers, designEffect, population)).toBeCloseTo(expected, 10);
  });

  it('makes the interval of a whole population a point', () => {
    expect(wilson({ share: 0.4, n: effectiveSize(40, 1, 40) })).toEqual({ low: 0.4, high: 0.4 });
  });

  it('refuses more answers than people', () => {
    expect(() => effectiveSize(41, 1, 40)).toThrow(FigureImpossible);
  });
});

describe('shareOf', () => {
  it.each([
    [5, 3],
    [-1, 3],
    [1, Number.NaN],
  ])('refuses %p of %p', (hits, answers) => {
    expect(() => shareOf(hits, answers)).toThrow(FigureImpossible);
  });
});

describe('pairedChange', () => {
  it('gives the published limits: 34 improved, 18 worsened, 210 pairs', () => {
    const moved = pairedChange({ improved: 34, worsened: 18, pairs: 210 });

    expect(moved?.change).toBeCloseTo(0.0761904761904762, 12);
    expect(moved?.low).toBeCloseTo(0.009681660099320907, 12);
    expect(moved?.high).toBeCloseTo(0.14269929228163147, 12);
  });

  it('has no interval without pairs and refuses more movers than pairs', () => {
    expect(pairedChange({ improved: 0, worsened: 0, pairs: 0 })).toBeNull();
    expect(() => pairedChange({ improved: 3, worsened: 3, pairs: 5 })).toThrow(FigureImpossible);
  });
});

describe('welchChange', () => {
  it('uses the normal point when both waves have more than 60 answers', () => {
    const moved = welchChange({ mean: 6, deviation: 2, n: 100 }, { mean: 6.5, deviation: 2.4, n: 144 });

    // se = sqrt(4 / 100 + 5.76 / 144) = 0.282842712474619
    expect(moved?.low).toBeCloseTo(0.5 - 1.959963984540054 * 0.282842712474619, 12);
  });

  it('widens by t in small waves, with degrees of freedom between the smaller wave and both', () => {
    const small = welchChange({ mean: 6, deviation: 2, n: 10 }, { mean: 6.5, deviation: 2, n: 10 });

    // Equal variances and sizes: 18 degrees of freedom, t 2.100922.
    expect(small?.high).toBeCloseTo(0.5 + 2.100922 * Math.sqrt(0.8), 6);
  });

  it('has no interval from a single answer', () => {
    expect(welchChange({ mean: 6, deviation: 0, n: 1 }, { mean: 6, deviation: 1, n: 9 })).toBeNull();
  });
});
