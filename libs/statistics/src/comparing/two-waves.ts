import type { Share } from '../intervals/wilson.js';

/** One place asked twice. */
export interface TwoWaves {
  readonly before: Share;
  readonly after: Share;
}

export const changeOf = ({ before, after }: TwoWaves): number => after.share - before.share;

/** Sampling variance of a change of shares as measured: no chance of 0 is corrected. */
export const varianceOfChange = ({ before, after }: TwoWaves): number =>
  varianceOf(before) + varianceOf(after);

/** The same from (hits + 0.5) / (n + 1), so that 0 of n has a variance too. */
export const cautiousVarianceOfChange = ({ before, after }: TwoWaves): number =>
  varianceOf(withHalfAHit(before)) + varianceOf(withHalfAHit(after));

const varianceOf = ({ share, n }: Share): number => (share * (1 - share)) / n;

const withHalfAHit = ({ share, n }: Share): Share => ({ share: (share * n + 0.5) / (n + 1), n });
