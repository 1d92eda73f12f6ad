import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, DayPipe, EmptyState, InsetText, MoneyPipe, Tag } from '@commonthread/govuk';
import { Select } from '@commonthread/govuk/forms';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { proposalStateColour, proposalStateName } from '../../shell/proposal-states.js';
import { roundStateColour, roundStateName } from '../../shell/round-states.js';
import { UntilPipe } from '../../shell/until.js';
import { Waiting } from '../../shell/waiting.js';
import { OfficeApi } from '../office-api.js';
import { RoundActs } from './round-acts.js';

const WAITING = 'submitted,in-review,changes-asked';

/** One round as its officer sees it: what can be done now, and the proposals in it. */
@Component({
  selector: 'ct-round-desk-page',
  imports: [
    Breadcrumbs,
    DayPipe,
    EmptyState,
    InsetText,
    MoneyPipe,
    RoundActs,
    RouterLink,
    Select,
    Tag,
    UntilPipe,
    Waiting,
  ],
  templateUrl: './round-desk-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundDeskPage {
  private readonly api = inject(OfficeApi);

  readonly slug = input.required<string>();

  protected readonly crumbs = [{ label: $localize`Office`, link: '/office' }];
  protected readonly stateName = roundStateName;
  protected readonly stateColour = roundStateColour;
  protected readonly proposalStateName = proposalStateName;
  protected readonly proposalStateColour = proposalStateColour;

  protected readonly round = this.api.round(this.slug);
  protected readonly states = signal(WAITING);
  protected readonly proposals = this.api.proposals(this.slug, this.states);
  protected readonly shown = lastValue(this.proposals);
  protected readonly filters = [
    { value: WAITING, label: $localize`Waiting for an answer` },
    { value: 'accepted,on-ballot', label: $localize`Accepted` },
    { value: 'not-taken-forward', label: $localize`Not taken forward` },
    { value: '', label: $localize`All` },
  ];
  /** Counting can begin once voting is over. */
  protected readonly canCount = computed(
    () =>
      this.round.hasValue() &&
      ['counting', 'decided', 'delivering', 'closed'].includes(this.round.value().state),
  );

  /** Elections that were held elsewhere have no voters here. */
  protected readonly hasVote = computed(
    () =>
      this.round.hasValue() &&
      !this.round.value().imported &&
      !['draft', 'cancelled'].includes(this.round.value().state),
  );

  constructor() {
    const head = inject(PageHead);
    effect(() => this.round.hasValue() && head.name($localize`Run: ${this.round.value().title}:title:`));
  }
}
