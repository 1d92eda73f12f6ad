import type { Choice } from '@commonthread/govuk/forms';

const NAMES: Readonly<Record<string, () => string>> = {
  green: () => $localize`Parks and green space`,
  play: () => $localize`Play`,
  streets: () => $localize`Streets and getting about`,
  meeting: () => $localize`Meeting places`,
  youth: () => $localize`Young people`,
  arts: () => $localize`Arts and culture`,
  sport: () => $localize`Sport`,
  health: () => $localize`Health`,
  learning: () => $localize`Learning`,
  safety: () => $localize`Safety`,
};

/** A category in words; those of imported elections come as their file has them. */
export function categoryName(value: string): string {
  return NAMES[value]?.() ?? value.charAt(0).toLocaleUpperCase() + value.slice(1);
}

/** What an author can choose from, with the one already chosen if it is another. */
export function categoryChoices(current: string): Choice[] {
  const known = Object.entries(NAMES).map(([value, name]) => ({ value, label: name() }));
  return [
    { value: '', label: $localize`Choose what fits best` },
    ...known,
    ...(current && !NAMES[current] ? [{ value: current, label: categoryName(current) }] : []),
  ];
}
