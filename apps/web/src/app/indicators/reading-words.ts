import type { Api } from '@commonthread/api-client';
import { formatCount } from '@commonthread/govuk';

type Reading = Api<'ReadingDto'>;

/** "26% of 428 people who answered"; says so when the base was not published. */
export function readingWords({ percent, n }: Pick<Reading, 'percent' | 'n'>, locale: string): string {
  const share = `${formatCount(percent, locale)}%`;
  return n === null
    ? $localize`${share}:percent: of those who answered; how many was not published`
    : $localize`${share}:percent: of ${formatCount(n, locale)}:count: people who answered`;
}

/** The same in few words, for beside a bar: "26% of 428 people". */
export function shortReadingWords({ percent, n }: Pick<Reading, 'percent' | 'n'>, locale: string): string {
  const share = `${formatCount(percent, locale)}%`;
  return n === null
    ? $localize`${share}:percent: (base not published)`
    : $localize`${share}:percent: of ${formatCount(n, locale)}:count: people`;
}

/** "22% to 30%", or that there is none: only a random sample has an honest one. */
export function rangeWords({ lowPercent, highPercent }: Reading, locale: string): string {
  if (lowPercent === null || highPercent === null) return $localize`No range given`;
  return $localize`${formatCount(lowPercent, locale)}:low:% to ${formatCount(highPercent, locale)}:high:%`;
}

/** Which way is better, as a sentence. */
export function polarityWords(polarity: Api<'IndicatorSummaryDto'>['polarity']): string {
  switch (polarity) {
    case 'higher-is-better':
      return $localize`A higher figure is better.`;
    case 'lower-is-better':
      return $localize`A lower figure is better.`;
    case 'context':
      return $localize`Neither direction is better in itself.`;
  }
}

/** Whether the words may stand in quotation marks. */
export function isVerbatim(status: string): boolean {
  return status === 'verbatim';
}

/** How closely a question follows the survey's own words. */
export function wordingStatusWords(status: string): string {
  switch (status) {
    case 'verbatim':
      return $localize`These are the exact words of the survey.`;
    case 'own words':
      return $localize`This describes the question; the survey words it differently.`;
    case 'from memory, check before use':
      return $localize`The wording is given from memory and must be checked before it is used.`;
    default:
      return $localize`Wording: ${status}:status:.`;
  }
}
