import { describe, expect, it } from '@jest/globals';

import { cChart, chartFor, pChart, uChart } from './attribute-charts.js';
import { xmrChart } from './xmr.js';

const MONTHS = [6, 4, 7, 5, 8, 6, 5, 7, 4, 6, 5, 7, 8, 6, 21, 14, 9, 10, 9, 11, 10, 9, 12, 8];

/** Limits and flags as the NHSRplotthedots source gives them for the same series. */
describe('xmrChart', () => {
  it('freezes limits on the first twelve points', () => {
    const { limits } = xmrChart(MONTHS);

    expect(limits?.mean).toBeCloseTo(5.833333333333333, 12);
    expect(limits?.movingRange).toBeCloseTo(2.090909090909091, 12);
    expect(limits?.low).toBeCloseTo(0.2715151515151515, 12);
    expect(limits?.high).toBeCloseTo(11.395151515151515, 12);
    expect(limits?.nearHigh).toBeCloseTo(9.541212121212121, 12);
    expect(limits?.trial).toBe(false);
  });

  it('flags each point by the first rule it breaks, whole runs at once', () => {
    const flags = xmrChart(MONTHS).flags.map((flag) => (flag ? `${flag.rule} ${flag.side}` : null));

    expect(flags.slice(0, 11)).toEqual(Array(11).fill(null));
    expect(flags.slice(11)).toEqual([
      ...['shift above', 'shift above', 'shift above', 'outside-limits above', 'outside-limits above'],
      ...['shift above', 'two-of-three above', 'shift above', 'two-of-three above', 'two-of-three above'],
      ...['shift above', 'outside-limits above', 'shift above'],
    ]);
  });

  it('would take the rise for improvement had the limits not been frozen', () => {
    const { limits, flags } = xmrChart(MONTHS, { count: 24 });

    expect(limits?.low).toBeCloseTo(2.042, 3);
    expect(limits?.high).toBeCloseTo(14.3747, 3);
    expect(flags.slice(0, 14).every((flag) => flag?.side === 'below')).toBe(true);
  });

  it('leaves single jumps out of the average range, or keeps them', () => {
    const vignette = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

    expect(xmrChart(vignette, { count: 18 }).limits?.high).toBeCloseTo(4.604444444444445, 12);
    expect(xmrChart(vignette, { count: 18, screened: false }).limits?.high).toBeCloseTo(
      6.951503267973856,
      12,
    );
  });

  it.each([
    ['six points rising are no trend', [1, 2, 3, 4, 5, 6], 0],
    ['seven are, all seven', [1, 2, 3, 4, 5, 6, 7], 7],
    ['a pause breaks it', [1, 2, 3, 4, 4, 5, 6, 7], 0],
  ])('%s', (_, run, flagged) => {
    const quiet = [-50, 50, -50, 50, -50, 50, -50, 50, -50, 50, -50, 50];
    const flags = xmrChart([...quiet, ...run]).flags.filter((flag) => flag?.rule === 'trend');

    expect(flags).toHaveLength(flagged);
    expect(flags.every((flag) => flag?.side === 'above')).toBe(true);
  });

  it('calls the limits of fewer than twelve points trial limits, and has none for one', () => {
    expect(xmrChart([3, 4, 5]).limits?.trial).toBe(true);
    expect(xmrChart([3])).toEqual({ limits: null, flags: [null] });
    expect(xmrChart([]).flags).toEqual([]);
  });

  it('flags nothing in a series that never moves', () => {
    expect(xmrChart(Array<number>(20).fill(4)).flags.every((flag) => flag === null)).toBe(true);
  });

  it('takes a new baseline from where a person set it', () => {
    const { limits } = xmrChart(MONTHS, { from: 12, count: 12 });

    expect(limits?.mean).toBeCloseTo(127 / 12, 12);
  });
});

describe('charts of counts and shares', () => {
  it.each([
    [[5, 6, 7], 'xmr'],
    [[2, 1, 3], 'c'],
    [[0, 1, 0], 'days-between'],
  ] as const)('of %p are drawn as %s', (baseline, kind) => {
    expect(chartFor(baseline)).toBe(kind);
  });

  it('c-chart: mean +/- 3 roots of it, never below nothing', () => {
    const { limits, flags } = cChart([2, 1, 3, 2, 2, 1, 3, 2, 2, 1, 3, 2, 9]);

    expect(limits[0]?.low).toBe(0);
    expect(limits[0]?.high).toBeCloseTo(2 + 3 * Math.sqrt(2), 12);
    expect(flags.at(-1)).toEqual({ rule: 'outside-limits', side: 'above' });
  });

  it('u-chart: wider limits where fewer people live', () => {
    const { limits } = uChart([
      { count: 10, population: 1000 },
      { count: 10, population: 4000 },
    ]);

    expect(limits[0]?.mean).toBeCloseTo(0.004, 12);
    expect(limits[0]?.high).toBeCloseTo(0.004 + 3 * Math.sqrt(0.004 / 1000), 12);
    expect((limits[1]?.high ?? 1) < (limits[0]?.high ?? 0)).toBe(true);
  });

  it('p-chart: the published four waves', () => {
    const { limits } = pChart([
      { hits: 111, n: 428 },
      { hits: 139, n: 430 },
      { hits: 120, n: 415 },
      { hits: 160, n: 425 },
    ]);

    expect(limits[0]?.mean).toBeCloseTo(0.312132, 6);
    expect(limits[0]?.low).toBeCloseTo(0.2449, 4);
    expect(limits[0]?.high).toBeCloseTo(0.3793, 4);
  });
});
