import {
  detectableChange,
  differenceInDifferences,
  effectiveSize,
  type Interval,
  kish,
  newcombeChange,
  pairedChange,
  placeboRank,
  rake,
  type Share,
  shareOf,
  type TwoWaves,
  wilson,
  withPlaceDrift,
} from '@commonthread/statistics';

import type { Fields } from './fields.js';
import type { Sections } from './sections.js';

/** What is asked of people: shares, changes, weights. */
export const SURVEY_SECTIONS: Sections = {
  wilson: (given) => ({ ci: limits(wilson(share(given))) }),
  wilson_deff: (given) => {
    const n = effectiveSize(given.number('n'), given.number('deff'));
    return { neff: n, ci: limits(wilson({ ...share(given), n })) };
  },
  newcombe_change: (given) => ({
    r: estimate(newcombeChange(wave(given, 'w1'), wave(given, 'w2'))),
  }),
  paired: (given) => ({
    r: estimate(
      pairedChange({
        improved: given.number('improved'),
        worsened: given.number('worsened'),
        pairs: given.number('n'),
      }),
    ),
  }),
  did: (given) => {
    const result = differenceInDifferences(
      twoWaves(given.numbers('treated')),
      twoWaves(given.numbers('comparison')),
    );
    return {
      treated_change: estimate(result?.treated),
      comparison_change: estimate(result?.comparison),
      mover: result && [result.difference, result.mover.low, result.mover.high],
      wald: result && [result.difference, result.wald.standardError, result.wald.low, result.wald.high],
    };
  },
  did_places: (given) => {
    const treated = twoWaves(given.numbers('treated'));
    const result = withPlaceDrift(treated, given.table('comparison').map(twoWaves));
    return {
      estimate: result?.difference,
      sampling_only: limits(result?.samplingOnly),
      with_place_drift: limits(result?.withDrift),
      tau: result?.drift,
      comparison_changes: result?.changes,
      placebo_p: result && placeboRank(treated.after.share - treated.before.share, result.changes).p,
    };
  },
  mdc: (given) => {
    const n = given.number('n');
    const planned = { share: given.numberOr('p', 0.5), samples: [n, n] };
    const { noise, smallest } = detectableChange(planned);
    return {
      noise,
      two_waves: smallest,
      two_waves_deff15: detectableChange({ ...planned, designEffect: 1.5 }).smallest,
    };
  },
  raking: rakedCells,
};

/** Each cell stands for as many like answers. */
function rakedCells(given: Fields): Record<string, unknown> {
  const margins = given
    .object('margins')
    .names()
    .map((variable) => {
      const targets = given.object('margins').object(variable);
      return {
        variable,
        targets: Object.fromEntries(targets.names().map((name) => [name, targets.number(name)])),
      };
    });
  const cells = given.objects('cells').map((cell) => ({
    n: cell.number('n'),
    hits: cell.number('y'),
    answer: Object.fromEntries(margins.map(({ variable }) => [variable, cell.text(variable)])),
  }));
  const answers = cells.flatMap(({ n, answer }) => Array.from({ length: n }, () => answer));
  const { weights } = rake(answers, margins);
  let first = 0;
  const weighed = cells.map(({ n, hits }) => {
    const weight = weights[first] ?? 0;
    first += n;
    return { n, hits, weight };
  });
  const { effective, designEffect } = kish(weights);
  const hits = weighed.reduce((sum, cell) => sum + cell.hits, 0);
  const weighted = weighed.reduce((sum, cell) => sum + cell.hits * cell.weight, 0) / answers.length;
  return {
    cells: weighed.map(({ weight }) => ({ w: weight })),
    n: answers.length,
    neff: effective,
    deff: designEffect,
    weighted,
    unweighted: hits / answers.length,
    ci: limits(wilson({ share: weighted, n: effective })),
  };
}

const share = (given: Fields): Share => shareOf(given.number('x'), given.number('n'));

function wave(given: Fields, name: string): Share {
  const [hits = 0, answers = 0] = given.numbers(name);
  return { ...shareOf(hits, answers), n: effectiveSize(answers, given.numberOr('deff', 1)) };
}

const twoWaves = ([hits1 = 0, n1 = 0, hits2 = 0, n2 = 0]: readonly number[]): TwoWaves => ({
  before: shareOf(hits1, n1),
  after: shareOf(hits2, n2),
});

export const limits = (interval: Interval | null | undefined): number[] | null =>
  interval ? [interval.low, interval.high] : null;

const estimate = (change: (Interval & { readonly change: number }) | null | undefined): number[] | null =>
  change ? [change.change, change.low, change.high] : null;
