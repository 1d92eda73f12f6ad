import type { Api } from '@commonthread/api-client';
import { formatCount, formatDay } from '@commonthread/govuk';

/**
 * What an aim wants, in one line, by what its figure counts: “Lower the share ‘Took part in no activity’ by 3 percentage
 * points, from 24% to 21% or less.” Many indicators are measured by the share who say no, so their name would mislead.
 */
export function aimWords(
  { direction, indicator, sizePoints, baseline }: Api<'AimDto'>,
  locale: string,
): string {
  const size = pointsWords(sizePoints, locale);
  if (!baseline)
    return direction === 'up'
      ? $localize`Raise ${whatIsCounted(indicator)}:what: by ${size}:size:.`
      : $localize`Lower ${whatIsCounted(indicator)}:what: by ${size}:size:.`;
  const from = formatCount(baseline.percent, locale);
  const to = formatCount(baseline.percent + (direction === 'up' ? sizePoints : -sizePoints), locale);
  return direction === 'up'
    ? $localize`Raise the share “${baseline.label}:share:” by ${size}:size:, from ${from}:from:% to ${to}:to:% or more.`
    : $localize`Lower the share “${baseline.label}:share:” by ${size}:size:, from ${from}:from:% to ${to}:to:% or less.`;
}

/** What an aim wants, by how much, among whom and by when. */
export function aimSentence(aim: Api<'AimDto'>, locale: string): string {
  const by = formatDay(aim.dueOn, locale);
  return $localize`${aimWords(aim, locale)}:aim: Among: ${aim.population}:population:, ${aim.place.name}:place:. Measured by ${by}:day:.`;
}

/** An aim in a list: which way, whom it counts, by when. */
export function aimOutline({ direction, indicator, dueOn }: Api<'AimSummaryDto'>, locale: string): string {
  const by = formatDay(dueOn, locale);
  return direction === 'up'
    ? $localize`Aims to raise ${whatIsCounted(indicator)}:what: by ${by}:day:`
    : $localize`Aims to lower ${whatIsCounted(indicator)}:what: by ${by}:day:`;
}

/** The name alone would not say whether its figure counts those who say yes or those who say no. */
const whatIsCounted = ({ counts, name }: Api<'AimedIndicatorDto'>): string =>
  counts === null
    ? $localize`the figure for “${name}:indicator:”`
    : $localize`the share of people who ${counts}:counted:`;

function pointsWords(points: number, locale: string): string {
  return points === 1
    ? $localize`1 percentage point`
    : $localize`${formatCount(points, locale)}:points: percentage points`;
}
