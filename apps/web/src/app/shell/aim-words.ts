import type { Api } from '@commonthread/api-client';

/** What an aim wants, in one line: "Raise “Belonging to the area” by 3 percentage points." */
export function aimWords({ direction, indicator, sizePoints }: Api<'AimDto'>): string {
  const { name } = indicator;
  if (sizePoints === 1)
    return direction === 'up'
      ? $localize`Raise “${name}:indicator:” by 1 percentage point.`
      : $localize`Lower “${name}:indicator:” by 1 percentage point.`;
  return direction === 'up'
    ? $localize`Raise “${name}:indicator:” by ${sizePoints}:points: percentage points.`
    : $localize`Lower “${name}:indicator:” by ${sizePoints}:points: percentage points.`;
}
