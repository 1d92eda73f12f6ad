import type { Api } from '@commonthread/api-client';
import type { Choice } from '@commonthread/govuk/forms';

type Theme = Api<'ThemeDto'>;
type Indicator = Api<'IndicatorSummaryDto'>;

/** Every indicator of the catalogue, by theme, those for context alone left out: nobody can aim at them. */
export function indicatorChoices(themes: readonly Theme[]): Choice[] {
  return [
    { value: '', label: $localize`Choose an indicator` },
    ...themes.flatMap((theme) =>
      theme.indicators
        .filter(({ polarity }) => polarity !== 'context')
        .map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
    ),
  ];
}

export function indicatorOf(themes: readonly Theme[], code: string): Indicator | undefined {
  return themes.flatMap(({ indicators }) => indicators).find((each) => each.code === code);
}

/** Where the indicator stands now, with its base; null while nothing was measured. */
export function latestWords(indicator: Indicator | undefined): string | null {
  if (!indicator) return null;
  const { latest } = indicator;
  if (!latest)
    return $localize`Nobody has measured it here yet. The first reading will be the one to compare with.`;
  return latest.n === null
    ? $localize`Last measured: ${latest.percent}:percent:%, “${latest.label}:label:” (${latest.period}:period:).`
    : $localize`Last measured: ${latest.percent}:percent:%, “${latest.label}:label:”; ${latest.n}:n: people answered (${latest.period}:period:).`;
}

/** Percentage points with one decimal at most, from 0.1 to 100; null when the text is no such number. */
export function sizeOf(typed: string): number | null {
  const size = /^\d{1,3}(\.\d)?$/.test(typed.trim()) ? Number(typed) : 0;
  return size >= 0.1 && size <= 100 ? size : null;
}
