import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, CountPipe, DayPipe, EmptyState, MoneyPipe, Tag } from '@commonthread/govuk';
import { CtMap } from '@commonthread/govuk/map';
import type { Feature, FeatureCollection } from 'geojson';
import { heldElsewhere } from '../shell/held-elsewhere.js';
import { PageHead } from '../shell/page-head.js';
import { RoundCard } from '../shell/round-card.js';
import { SITE } from '../shell/site.js';
import { Waiting } from '../shell/waiting.js';
import { MeasuredHere } from './measured-here.js';
import { PlacesApi } from './places-api.js';

/** What somebody can take part in comes first. */
const ORDER = [
  'voting',
  'ideas',
  'review',
  'counting',
  'decided',
  'delivering',
  'closed',
  'cancelled',
  'draft',
];

/** The place itself drawn last, and as itself, in whichever collection it came. */
function withSelf(boundaries: FeatureCollection, slug: string): FeatureCollection {
  const isSelf = ({ properties }: Feature) => properties?.['slug'] === slug;
  const self = boundaries.features
    .filter(isSelf)
    .map((feature) => ({ ...feature, properties: { ...feature.properties, role: 'self' } }));
  const around = boundaries.features
    .filter((feature) => !isSelf(feature))
    .map((feature) => ({ ...feature, properties: { ...feature.properties, role: 'child' } }));
  return { ...boundaries, features: [...around, ...self] };
}

@Component({
  selector: 'ct-place-page',
  imports: [
    Breadcrumbs,
    CountPipe,
    CtMap,
    DayPipe,
    EmptyState,
    MeasuredHere,
    MoneyPipe,
    RoundCard,
    RouterLink,
    Tag,
    Waiting,
  ],
  templateUrl: './place-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlacePage {
  private readonly api = inject(PlacesApi);

  /** Bound from the route. */
  readonly slug = input.required<string>();

  protected readonly site = inject(SITE);
  protected readonly place = this.api.place(this.slug);
  /** A ward is drawn where it lies among the others, an outline alone would say little. */
  protected readonly boundaries = this.api.boundaries(() => {
    const place = this.place.hasValue() ? this.place.value() : undefined;
    return place && place.children.length === 0 ? (place.parentSlug ?? place.slug) : place?.slug;
  });
  protected readonly ground = computed(() =>
    this.boundaries.hasValue() ? withSelf(this.boundaries.value(), this.slug()) : null,
  );
  /** From the top of the tree, because a round for the whole council is also one for each of its wards. */
  protected readonly rounds = this.api.roundsWithin(() => {
    const place = this.place.hasValue() ? this.place.value() : undefined;
    return place && (place.ancestors[0]?.slug ?? place.slug);
  });
  protected readonly decisions = this.api.decisionsWithin(this.slug);

  protected readonly crumbs = computed(() => [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Places`, link: '/places' },
    ...(this.place.hasValue()
      ? this.place.value().ancestors.map(({ name, slug }) => ({ label: name, link: `/places/${slug}` }))
      : []),
  ]);
  protected readonly roundsHere = computed(() => {
    if (!this.place.hasValue() || !this.rounds.hasValue()) return [];
    const { slug, ancestors, children, kind } = this.place.value();
    const reach = new Set([slug, ...ancestors.map((up) => up.slug), ...children.map((down) => down.slug)]);
    return this.rounds
      .value()
      .filter(({ place, state }) => reach.has(place.slug) && state !== 'draft')
      .filter((round) => kind === 'council' || !heldElsewhere(round) || round.place.slug === slug)
      .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  });
  protected readonly council = computed(() => {
    const place = this.place.hasValue() ? this.place.value() : null;
    return place?.ancestors.find(({ kind }) => kind === 'council') ?? place;
  });

  protected readonly linkFor = (properties: NonNullable<Feature['properties']>): string =>
    `/places/${String(properties['slug'])}`;

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (!this.place.hasValue()) return;
      const { name } = this.place.value();
      head.name(
        name,
        $localize`What is being decided in ${name}:place:, what people have asked for, and what was measured there.`,
      );
    });
  }

  protected kindName(kind: 'council' | 'ward' | 'estate'): string {
    return { council: $localize`Council area`, ward: $localize`Ward`, estate: $localize`Estate` }[kind];
  }

  protected mapLabel(name: string): string {
    return $localize`Map of ${name}:place:`;
  }
}
