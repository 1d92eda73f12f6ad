import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  ViewEncapsulation,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Breadcrumbs,
  Button,
  CountPipe,
  DayPipe,
  EmptyState,
  MoneyPipe,
  Tag,
  Thread,
} from '@commonthread/govuk';
import { Select } from '@commonthread/govuk/forms';
import { AimPipe } from '../shell/aim-pipe.js';
import { Waiting } from '../shell/waiting.js';
import { decisionStateColour, decisionStateName } from './decision-words.js';
import { DecisionsApi } from './decisions-api.js';

/** What was decided, newest first, for the whole city or one place. */
@Component({
  selector: 'ct-decisions-page',
  imports: [
    AimPipe,
    Breadcrumbs,
    Button,
    CountPipe,
    DayPipe,
    EmptyState,
    MoneyPipe,
    RouterLink,
    Select,
    Tag,
    Thread,
    Waiting,
  ],
  templateUrl: './decisions-page.html',
  styleUrl: './decisions.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionsPage {
  private readonly api = inject(DecisionsApi);
  private readonly router = inject(Router);

  /** Bound from the query: slug of a place. */
  readonly place = input<string>();

  protected readonly decisions = this.api.decisions(this.place);
  private readonly places = this.api.places();
  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
  protected readonly placeChoices = computed(() => [
    { value: '', label: $localize`Everywhere` },
    ...(this.places.hasValue() ? this.places.value() : []).map(({ slug, name }) => ({
      value: slug,
      label: name,
    })),
  ]);
  protected readonly placeName = computed(
    () => this.placeChoices().find(({ value }) => value && value === this.place())?.label ?? null,
  );
  protected readonly newestFirst = computed(() =>
    [...(this.decisions.hasValue() ? this.decisions.value() : [])].sort((a, b) =>
      (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''),
    ),
  );
  protected readonly stateName = decisionStateName;
  protected readonly stateColour = decisionStateColour;

  /** The form works without JavaScript too: a GET with the same query. */
  protected show(event: Event): void {
    event.preventDefault();
    const place = new FormData(event.target as HTMLFormElement).get('place');
    void this.router.navigate([], { queryParams: { place: place || null } });
  }
}
