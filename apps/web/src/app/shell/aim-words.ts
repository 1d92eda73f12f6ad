import type { Api } from '@commonthread/api-client';
import { formatCount } from '@commonthread/govuk';

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
      ? $localize`Raise the figure for “${indicator.name}:indicator:” by ${size}:size:.`
      : $localize`Lower the figure for “${indicator.name}:indicator:” by ${size}:size:.`;
  const from = formatCount(baseline.percent, locale);
  const to = formatCount(baseline.percent + (direction === 'up' ? sizePoints : -sizePoints), locale);
  return direction === 'up'
    ? $localize`Raise the share “${baseline.label}:share:” by ${size}:size:, from ${from}:from:% to ${to}:to:% or more.`
    : $localize`Lower the share “${baseline.label}:share:” by ${size}:size:, from ${from}:from:% to ${to}:to:% or less.`;
}

function pointsWords(points: number, locale: string): string {
  return points === 1
    ? $localize`1 percentage point`
    : $localize`${formatCount(points, locale)}:points: percentage points`;
}
