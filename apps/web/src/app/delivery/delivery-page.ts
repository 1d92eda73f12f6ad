import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, CountPipe, DayPipe, EmptyState, MoneyPipe, Tag } from '@commonthread/govuk';
import { Select } from '@commonthread/govuk/forms';
import { GetForm } from '../shell/get-form.js';
import { lastValue } from '../shell/last-value.js';
import { proposalStateColour, proposalStateName } from '../shell/proposal-states.js';
import { shareOf } from '../shell/share-of.js';
import { Waiting } from '../shell/waiting.js';
import { DeliveryApi } from './delivery-api.js';

const STATES = ['funded', 'in-delivery', 'delivered', 'stopped'] as const;

/** Every project that was funded, and how far it has come. */
@Component({
  selector: 'ct-delivery-page',
  imports: [
    Breadcrumbs,
    Button,
    CountPipe,
    DayPipe,
    EmptyState,
    GetForm,
    MoneyPipe,
    RouterLink,
    Select,
    Tag,
    Waiting,
  ],
  templateUrl: './delivery-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeliveryPage {
  private readonly api = inject(DeliveryApi);
  private readonly locale = inject(LOCALE_ID);

  /** Bound from the query. */
  readonly place = input<string>();
  readonly state = input<string>();
  readonly attention = input<string>();

  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
  protected readonly resource = this.api.list(() => {
    const [place, state] = [this.place(), this.state()];
    return {
      ...(place && { place }),
      ...(state && { state }),
      ...(this.attention() === 'true' && { attention: 'true' }),
    };
  });
  protected readonly found = lastValue(this.resource);
  private readonly allPlaces = this.api.places();
  protected readonly places = computed(() => [
    { value: '', label: $localize`Everywhere` },
    ...(this.allPlaces.hasValue() ? this.allPlaces.value() : [])
      .map(({ slug, name }) => ({ value: slug, label: name }))
      .sort((one, other) => one.label.localeCompare(other.label)),
  ]);
  protected readonly states = [
    { value: '', label: $localize`Any state` },
    ...STATES.map((value) => ({ value, label: proposalStateName(value) })),
  ];
  protected readonly attentions = [
    { value: '', label: $localize`All of them` },
    { value: 'true', label: $localize`Late, quiet or not begun` },
  ];
  protected readonly localShare = computed(() => {
    const money = this.found()?.money;
    return money ? shareOf(money.localPence, money.paidPence, this.locale) : null;
  });
  protected readonly stateName = proposalStateName;
  protected readonly stateColour = proposalStateColour;
}
