import type { Crumb, SectionLink } from '@commonthread/govuk';

/** The way back up from a page about a round's count. @param title null while the round is not known yet */
export function resultsCrumbs(slug: string, title: string | null): Crumb[] {
  return [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Rounds`, link: '/rounds' },
    { label: title ?? $localize`The round`, link: `/rounds/${slug}` },
  ];
}

export function resultsSections(slug: string): SectionLink[] {
  return [
    { label: $localize`The round`, link: `/rounds/${slug}`, exact: true },
    { label: $localize`Results`, link: `/rounds/${slug}/results` },
    { label: $localize`Other ways of counting`, link: `/rounds/${slug}/compare` },
  ];
}
