import { describe, expect, it } from '@jest/globals';

import { FigureImpossible } from '../errors.js';
import { countInterval } from './count-interval.js';
import { exactRateRatio, rate, rateRatio } from './rate.js';
import { evenness, reach } from './reach.js';

/** Limits as in the tables of UKHSA's PHEindicatormethods and R's `poisson.test`. */
describe('countInterval', () => {
  it.each([
    [0, 0, 3.688879454113936],
    [3, 0.6186721228956014, 8.767273069742327],
    [9, 4.115373097378328, 17.08480345141917],
    [10, 4.787449913967563, 18.391458605756473],
    [24, 15.372720899889577, 35.711616431984275],
    [100, 81.36210549052788, 121.6279375792065],
  ])('of %i', (count, low, high) => {
    expect(countInterval(count).low).toBeCloseTo(low, 10);
    expect(countInterval(count).high).toBeCloseTo(high, 10);
  });

  it.each([[-1], [1.5], [Number.NaN]])('refuses %p events', (count) => {
    expect(() => countInterval(count)).toThrow(FigureImpossible);
  });
});

describe('rate', () => {
  it('tells 24 incidents among 12,500 residents per 10,000', () => {
    const told = rate({ count: 24, population: 12_500 });

    expect(told.rate).toBeCloseTo(19.2, 12);
    expect(told.low).toBeCloseTo(12.2982, 4);
    expect(told.high).toBeCloseTo(28.5693, 4);
  });

  it('refuses a place where nobody lives', () => {
    expect(() => rate({ count: 1, population: 0 })).toThrow(FigureImpossible);
  });
});

describe('rateRatio', () => {
  const per = (count: number) => ({ count, population: 1 });

  it('can tell 1,578 from 1,825, and cannot tell 9 from 17', () => {
    const force = rateRatio(per(1578), per(1825));
    const ward = rateRatio(per(9), per(17));

    expect(force?.low).toBeCloseTo(1.081173997477602, 10);
    expect(force?.high).toBeCloseTo(1.2371323046800935, 10);
    expect(ward?.ratio).toBeCloseTo(1.8888888888888888, 12);
    expect(ward?.low).toBeCloseTo(0.8420046647679136, 10);
  });

  it('has exact limits for small counts', () => {
    expect(exactRateRatio(per(9), per(17))?.low).toBeCloseTo(0.7964, 4);
    expect(exactRateRatio(per(9), per(17))?.high).toBeCloseTo(4.8091, 4);
  });

  it('is not known when nothing happened in one period; the exact limits then reach out', () => {
    expect(rateRatio(per(0), per(17))).toBeNull();
    expect(exactRateRatio(per(0), per(17))?.high).toBe(Infinity);
    expect(exactRateRatio(per(4), per(0))?.low).toBe(0);
    expect(exactRateRatio(per(0), per(0))).toBeNull();
  });
});

describe('reach', () => {
  it('tells how many are missing against the census', () => {
    const told = reach(60, 1337, 0.09900806167588425);

    expect(told?.index).toBeCloseTo(0.45326197301101123, 12);
    expect(told?.low).toBeCloseTo(0.3537342136918417, 12);
    expect(told?.high).toBeCloseTo(0.5791292225274661, 12);
    expect(told?.shortfall).toBeCloseTo(72.37377846065723, 10);
  });

  it('says nothing where nobody took part or nobody lives', () => {
    expect(reach(0, 0, 0.1)).toBeNull();
    expect(reach(0, 10, 0)).toBeNull();
  });

  it('has an evenness that one absent group collapses', () => {
    expect(evenness([0.02, 0.04])).toBe(0.5);
    expect(evenness([0, 0.04])).toBe(0);
    expect(evenness([0, 0])).toBeNull();
  });
});
