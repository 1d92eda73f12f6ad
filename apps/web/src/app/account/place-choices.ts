import type { Api } from '@commonthread/api-client';
import type { Choice } from '@commonthread/govuk/forms';

/** Places to live in as options of a select, by name, after the choice of saying nothing. */
export function placeChoices(places: readonly Api<'PlaceSummaryDto'>[]): Choice[] {
  const byName = [...places].sort((one, other) => one.name.localeCompare(other.name));
  return [
    { value: '', label: $localize`I would rather not say` },
    ...byName.map(({ slug, name, kind }) => ({
      value: slug,
      label: kind === 'council' ? $localize`${name}:place: (anywhere in it)` : name,
    })),
  ];
}
