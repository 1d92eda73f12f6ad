import { describe, expect, it } from '@jest/globals';

import { gradeChange, newcombeChange, wilson } from './index.js';

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

describe('gradeChange', () => {
  it.each([
    [3, 'the interval excludes no change', { change: 0.06, low: 0.003, high: 0.124 }],
    [3, 'it fell and excludes no change', { change: -0.06, low: -0.124, high: -0.003 }],
    [1, 'it contains no change and reaches past what matters', { change: 0.06, low: -0.01, high: 0.137 }],
    [2, 'it stays within what matters', { change: 0.01, low: -0.02, high: 0.04 }],
    [
      2,
      'it excludes no change, but all of it is too small to matter',
      { change: 0.02, low: 0.01, high: 0.03 },
    ],
  ])('is %i when %s', (grade, _, change) => {
    expect(gradeChange(change, 0.05)).toBe(grade);
  });
});
