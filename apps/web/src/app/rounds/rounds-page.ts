import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, EmptyState } from '@commonthread/govuk';
import { Select } from '@commonthread/govuk/forms';
import { GetForm } from '../shell/get-form.js';
import { heldElsewhere } from '../shell/held-elsewhere.js';
import { lastValue } from '../shell/last-value.js';
import { RoundCard } from '../shell/round-card.js';
import { roundStateName } from '../shell/round-states.js';
import { Waiting } from '../shell/waiting.js';
import { RoundsApi, type RoundSummary } from './rounds-api.js';

interface Group {
  readonly heading: () => string;
  readonly holds: (round: RoundSummary) => boolean;
}

/** What somebody can take part in now comes first. */
const GROUPS: readonly Group[] = [
  { heading: () => $localize`Take part now`, holds: ({ state }) => state === 'voting' || state === 'ideas' },
  {
    heading: () => $localize`In the officers’ hands`,
    holds: (round) => !heldElsewhere(round) && ['review', 'counting'].includes(round.state),
  },
  {
    heading: () => $localize`Decided and being delivered`,
    holds: (round) => !heldElsewhere(round) && ['decided', 'delivering'].includes(round.state),
  },
  {
    heading: () => $localize`Over`,
    holds: (round) => !heldElsewhere(round) && ['closed', 'cancelled'].includes(round.state),
  },
  {
    heading: () => $localize`Held elsewhere, shown so that anybody can check the count`,
    holds: (round) => heldElsewhere(round) && round.state !== 'draft',
  },
  { heading: () => $localize`Drafts, seen by officers only`, holds: ({ state }) => state === 'draft' },
];

/** In the order a round goes through them. */
const PUBLIC_STATES: readonly RoundSummary['state'][] = [
  'ideas',
  'review',
  'voting',
  'counting',
  'decided',
  'delivering',
  'closed',
  'cancelled',
];

@Component({
  selector: 'ct-rounds-page',
  imports: [Breadcrumbs, Button, EmptyState, GetForm, RoundCard, RouterLink, Select, Waiting],
  templateUrl: './rounds-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundsPage {
  private readonly api = inject(RoundsApi);

  /** Bound from the query. */
  readonly place = input<string>();
  readonly state = input<string>();

  protected readonly chosenPlace = linkedSignal(() => this.place() ?? '');
  protected readonly chosenState = linkedSignal(() => this.state() ?? '');

  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
  protected readonly rounds = this.api.rounds(() => {
    const place = this.place();
    const state = PUBLIC_STATES.find((known) => known === this.state());
    return { ...(place ? { place } : {}), ...(state ? { state } : {}) };
  });
  private readonly places = this.api.places();
  private readonly shown = lastValue(this.rounds);

  protected readonly filtered = computed(() => Boolean(this.place() || this.state()));
  protected readonly groups = computed(() => {
    const all = this.shown();
    return (
      all &&
      GROUPS.map(({ heading, holds }) => ({ heading: heading(), rounds: all.filter(holds) })).filter(
        ({ rounds }) => rounds.length > 0,
      )
    );
  });
  protected readonly placeChoices = computed(() => [
    { value: '', label: $localize`Everywhere` },
    ...(this.places.hasValue() ? this.places.value() : []).map(({ slug, name, kind }) => ({
      value: slug,
      label: kind === 'council' ? $localize`${name}:place: and everything in it` : name,
    })),
  ]);
  protected readonly stateChoices = [
    { value: '', label: $localize`Any state` },
    ...PUBLIC_STATES.map((state) => ({ value: state, label: roundStateName(state) })),
  ];
}
