import { canonicalJson, type Json } from '@commonthread/kernel';

import { slug } from '../bytes/scalars.js';
import { exactly, listOf, shape, whole, type Shape } from '../bytes/shape.js';
import { FormatInvalid } from '../errors.js';

/** Counts of one ballot style's roll. */
export interface StyleRoll {
  readonly style: string;
  readonly electors: number;
  /** Electors who took an online pass. */
  readonly online: number;
  /** Electors who were handed a paper ballot. */
  readonly paper: number;
  /** Online passes issued a second time by two officers. */
  readonly reissued: number;
}

/** What the roll says about who took part: counts only. */
export interface RollSummary {
  readonly format: 'commonthread-roll-summary/1';
  readonly election: string;
  /** In manifest order. */
  readonly styles: readonly StyleRoll[];
}

const summaryShape = shape<RollSummary>({
  format: exactly('commonthread-roll-summary/1'),
  election: slug,
  styles: listOf(
    shape<StyleRoll>({ style: slug, electors: whole(), online: whole(), paper: whole(), reissued: whole() }),
    1000,
  ),
});

/** @throws FormatInvalid, also for more participants than electors */
export const readRollSummary: Shape<RollSummary> = (value, at) => {
  const summary = summaryShape(value, at);
  for (const { style, electors, online, paper } of summary.styles) {
    if (online + paper > electors) throw new FormatInvalid(`${at}.styles.${style}`);
  }
  return summary;
};

/** As published, without the newline. */
export const rollSummaryText = (summary: RollSummary): string => canonicalJson(summary as unknown as Json);
