export * from './errors.js';
export { type Interval, type Share, shareOf, wilson } from './intervals/wilson.js';
export { effectiveSize } from './intervals/effective-size.js';
export { type Change, newcombeChange } from './intervals/newcombe-change.js';
export { type Pairs, pairedChange } from './intervals/paired-change.js';
export { type Mean, welchChange } from './intervals/welch-change.js';
export { type ChangeGrade, gradeChange } from './grade-change.js';
export { type KishEffect, kish } from './weighting/kish.js';
export { type Stratum, postStratify } from './weighting/post-stratify.js';
export type { Margin } from './weighting/margin.js';
export { type Answer, type Raked, rake } from './weighting/rake.js';
export type { TwoWaves } from './comparing/two-waves.js';
export {
  type DifferenceInDifferences,
  differenceInDifferences,
} from './comparing/difference-in-differences.js';
export { type PlaceDrift, withPlaceDrift } from './comparing/with-place-drift.js';
export { type PlaceboRank, placeboRank } from './comparing/placebo-rank.js';
export {
  answersNeeded,
  type Detectable,
  detectableChange,
  type PlannedMeasure,
} from './comparing/detectable-change.js';
export { benjaminiHochberg, changeP } from './comparing/several-indicators.js';
export { cochranArmitage, type Trend } from './comparing/trend.js';
export { type Effect, type Pooled, poolEffects } from './comparing/pooling.js';
export { countInterval } from './counts/count-interval.js';
export { type Events, exactRateRatio, type Rate, rate, rateRatio, type RateRatio } from './counts/rate.js';
export { evenness, reach, type Reach } from './counts/reach.js';
export { BASELINE, xmrChart, type XmrChart, type XmrLimits } from './charts/xmr.js';
export type { Flag, Limits } from './charts/flag-points.js';
export { type AttributeChart, cChart, chartFor, pChart, uChart } from './charts/attribute-charts.js';
export { type Cell, Hidden, type Table } from './suppression/table.js';
export { type Derivable, derivable } from './suppression/derivable.js';
export {
  isSafe,
  type Protected,
  protectTable,
  SENSITIVE_THRESHOLD,
  SMALLEST_BASE,
  THRESHOLD,
} from './suppression/protect.js';
export { shareWithheld, type Withheld } from './suppression/share-shown.js';
export { type Cut, type ReleaseRisk, releaseRisk } from './suppression/across-releases.js';
