import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  LOCALE_ID,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, Details, EmptyState, Pagination } from '@commonthread/govuk';
import { Select, TextInput } from '@commonthread/govuk/forms';
import { CtMap } from '@commonthread/govuk/map';
import { heldElsewhere } from '../shell/held-elsewhere.js';
import { GetForm } from '../shell/get-form.js';
import { lastValue } from '../shell/last-value.js';
import { PageHead } from '../shell/page-head.js';
import { proposalStateName } from '../shell/proposal-states.js';
import { SITE } from '../shell/site.js';
import { proposalsTally } from '../shell/tallies.js';
import { Waiting } from '../shell/waiting.js';
import { categoryName } from './categories.js';
import { filterQuery, knownState, listQuery } from './list-query.js';
import { ProposalRow } from './proposal-row.js';
import { ProposalsApi } from './proposals-api.js';

@Component({
  selector: 'ct-proposals-page',
  imports: [
    Breadcrumbs,
    Button,
    CtMap,
    Details,
    EmptyState,
    GetForm,
    Pagination,
    ProposalRow,
    RouterLink,
    Select,
    TextInput,
    Waiting,
  ],
  templateUrl: './proposals-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalsPage {
  private readonly api = inject(ProposalsApi);
  private readonly locale = inject(LOCALE_ID);

  /** Bound from the query. */
  readonly round = input<string>();
  readonly place = input<string>();
  readonly category = input<string>();
  readonly state = input<string>();
  readonly q = input<string>();
  readonly sort = input<string>();
  readonly page = input<string>();
  readonly view = input<string>();

  protected readonly typed = linkedSignal(() => this.q() ?? '');
  protected readonly chosenRound = linkedSignal(() => this.round() ?? '');
  protected readonly chosenPlace = linkedSignal(() => this.place() ?? '');
  protected readonly chosenCategory = linkedSignal(() => this.category() ?? '');
  protected readonly chosenState = linkedSignal(() => this.state() ?? '');
  protected readonly chosenSort = linkedSignal(() => this.sort() ?? 'newest');

  protected readonly site = inject(SITE);
  private readonly address = computed(() => ({
    round: this.round(),
    place: this.place(),
    category: this.category(),
    state: this.state(),
    q: this.q(),
    sort: this.sort(),
    page: this.page(),
  }));
  protected readonly onMap = computed(() => this.view() === 'map');
  protected readonly resource = this.api.list(() => listQuery(this.address()));
  protected readonly found = lastValue(this.resource);
  protected readonly pins = this.api.pins(() => (this.onMap() ? filterQuery(this.address()) : undefined));
  private readonly rounds = this.api.rounds();
  private readonly places = this.api.places();

  protected readonly thisRound = computed(() =>
    this.rounds.hasValue() ? this.rounds.value().find(({ slug }) => slug === this.round()) : undefined,
  );
  protected readonly elsewhere = computed(() => {
    const round = this.thisRound();
    return round !== undefined && heldElsewhere(round);
  });
  /** The ground of the map: the place asked for, that of the round, or else the first council. */
  protected readonly boundaries = this.api.boundaries(() => {
    if (!this.onMap()) return undefined;
    if (this.elsewhere()) return undefined;
    const council = this.places.hasValue()
      ? this.places.value().find(({ kind, parentSlug }) => kind === 'council' && parentSlug === null)
      : undefined;
    return this.place() || this.thisRound()?.place.slug || council?.slug;
  });
  protected readonly markers = computed(() =>
    (this.pins.hasValue() ? this.pins.value() : []).map(({ number, title, latitude, longitude, state }) => ({
      latitude,
      longitude,
      label: `${title} (${proposalStateName(state)})`,
      link: `/proposals/${number}`,
      strong: state === 'funded' || state === 'in-delivery' || state === 'delivered',
    })),
  );

  protected readonly crumbs = computed(() => {
    const round = this.thisRound();
    return [
      { label: $localize`Home`, link: '/' },
      ...(round
        ? [
            { label: $localize`Rounds`, link: '/rounds' },
            { label: round.title, link: `/rounds/${round.slug}` },
          ]
        : []),
    ];
  });
  protected readonly filtered = computed(() => Object.keys(filterQuery(this.address())).length > 0);

  /** Whether any of the choices is made, so that they are in sight. */
  protected readonly chosen = computed(() =>
    [this.place(), this.category(), this.state(), this.sort() !== 'newest' && this.sort()].some(Boolean),
  );

  protected readonly roundChoices = computed(() => [
    { value: '', label: $localize`Any round` },
    ...(this.rounds.hasValue() ? this.rounds.value() : []).map(({ slug, title }) => ({
      value: slug,
      label: title,
    })),
  ]);
  protected readonly placeChoices = computed(() => [
    { value: '', label: $localize`Everywhere` },
    ...(this.places.hasValue() ? this.places.value() : []).map(({ slug, name }) => ({
      value: slug,
      label: name,
    })),
  ]);
  /** How many each choice would leave, so nobody chooses in vain; the one in force stays on offer. */
  protected readonly categoryChoices = computed(() =>
    this.counted($localize`Any topic`, this.found()?.categories ?? [], this.category(), categoryName),
  );
  protected readonly stateChoices = computed(() =>
    this.counted($localize`Any state`, this.found()?.states ?? [], knownState(this.state()), (state) =>
      proposalStateName(state as Parameters<typeof proposalStateName>[0]),
    ),
  );
  protected readonly sortChoices = [
    { value: 'newest', label: $localize`Newest first` },
    { value: 'most-supported', label: $localize`Most supported first` },
    { value: 'title', label: $localize`By title` },
    { value: 'cost-low', label: $localize`Cheapest first` },
    { value: 'cost-high', label: $localize`Dearest first` },
  ];
  protected readonly tally = (n: number): string => proposalsTally(n, this.locale);

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const round = this.thisRound();
      if (round) head.name($localize`Proposals in ${round.title}:round:`);
    });
  }

  private counted(
    any: string,
    offered: readonly { value: string; count: number }[],
    inForce: string | undefined,
    name: (value: string) => string,
  ): { value: string; label: string }[] {
    const known = offered.some(({ value }) => value === inForce);
    const all = known || !inForce ? offered : [...offered, { value: inForce, count: 0 }];
    return [
      { value: '', label: any },
      ...all.map(({ value, count }) => ({ value, label: `${name(value)} (${count})` })),
    ];
  }

  protected mapLabel(): string {
    return $localize`Map of the proposals found`;
  }
}
