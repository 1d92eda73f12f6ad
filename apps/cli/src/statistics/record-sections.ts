import {
  benjaminiHochberg,
  type Cell,
  cochranArmitage,
  countInterval,
  derivable,
  type Flag,
  Hidden,
  poolEffects,
  protectTable,
  rateRatio,
  reach,
  xmrChart,
} from '@commonthread/statistics';

import type { Fields } from './fields.js';
import type { Sections } from './sections.js';
import { limits } from './survey-sections.js';

/** Points of chi-square with one degree of freedom that trends are held to. */
const CHI2_95 = 3.841458820694124;
const CHI2_998 = 9.549535706083;

/** What is counted and published: rates, charts, small numbers, several findings. */
export const RECORD_SECTIONS: Sections = {
  poisson: (given) => ({ ci: limits(countInterval(given.number('x'))) }),
  rate_ratio: (given) => {
    const result = rateRatio(
      { count: given.number('a'), population: given.numberOr('pa', 1) },
      { count: given.number('b'), population: given.numberOr('pb', 1) },
    );
    return { r: result && [result.ratio, result.low, result.high] };
  },
  xmr: (given) => {
    const chart = xmrChart(given.numbers('y'), { count: given.number('baseline_points') });
    return { limits: xmrFigures(chart.limits), flags: chart.flags.map(flagWords) };
  },
  xmr_vignette: (given) => {
    const points = given.numbers('y');
    const figures = (screened: boolean): unknown =>
      xmrFigures(xmrChart(points, { count: points.length, screened }).limits);
    return { screened: figures(true), unscreened: figures(false) };
  },
  suppression: shownTable,
  suppression_hard: shownTable,
  bh: (given) => ({ keep: benjaminiHochberg(given.numbers('p'), given.number('q')) }),
  trend_5_waves: (given) => {
    const answers = given.numbers('n');
    const waves = given.numbers('x').map((hits, at) => ({ hits, n: answers[at] ?? 0 }));
    return { chi2: cochranArmitage(waves)?.chi2, critical_95: CHI2_95, critical_998: CHI2_998 };
  },
  pooling: (given) => {
    const errors = given.numbers('s');
    const result = poolEffects(
      given.numbers('y').map((effect, at) => ({ effect, standardError: errors[at] ?? 0 })),
    );
    return {
      Q: result?.q,
      tau2: result?.betweenVariance,
      M: result?.effect,
      se: result?.standardError,
      hk_se: result?.hartungKnapp.standardError,
    };
  },
  reach: (given) => {
    const result = reach(given.number('x'), given.number('n'), given.number('pop'));
    return { index: result?.index, lo: result?.low, hi: result?.high, short: result?.shortfall };
  },
};

function shownTable(given: Fields): Record<string, unknown> {
  const table = given.table('table');
  const { primary, hidden } = protectTable(table, { threshold: given.number('threshold') });
  if (hidden === 'totals-only') return { primary: primary.map(position), hidden, derivable: {} };
  const cells = new Hidden(table[0]?.length ?? 0, hidden);
  return {
    primary: primary.map(position),
    hidden: hidden.map(position),
    derivable: Object.fromEntries(
      hidden.map((cell) => [`(${position(cell).join(', ')})`, limits(derivable(table, cells, cell))]),
    ),
  };
}

const position = ({ row, column }: Cell): number[] => [row, column];

const xmrFigures = (found: ReturnType<typeof xmrChart>['limits']): unknown =>
  found && {
    mean: found.mean,
    amr: found.movingRange,
    upl: found.high,
    lpl: found.low,
    nu: found.nearHigh,
    nl: found.nearLow,
  };

function flagWords(flag: Flag | null): string | null {
  if (!flag) return null;
  const { rule, side } = flag;
  if (rule === 'trend') return `7-point trend ${side === 'above' ? 'up' : 'down'}`;
  const names = {
    'outside-limits': 'outside limits',
    'two-of-three': '2 of 3 near limit',
    shift: '7-point shift',
  };
  return `${names[rule]} ${side}`;
}
