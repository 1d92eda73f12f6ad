import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, formatCount, NotificationBanner, SummaryList } from '@commonthread/govuk';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { Session } from '../../shell/session/session.js';
import { Waiting } from '../../shell/waiting.js';
import { everyMoment } from '../every-moment.js';
import { OfficeApi } from '../office-api.js';
import { Reissues } from './reissues.js';
import { RollApi } from './roll-api.js';
import { TurnoutTable } from './turnout-table.js';
import { UploadHistory } from './upload-history.js';
import { UploadVoters } from './upload-voters.js';
import { Withdrawals } from './withdrawals.js';

/** Who may vote, in counts; what waits for an officer; how many have taken part, by day and channel. */
@Component({
  selector: 'ct-roll-page',
  imports: [
    Breadcrumbs,
    NotificationBanner,
    Reissues,
    RouterLink,
    SummaryList,
    TurnoutTable,
    UploadHistory,
    UploadVoters,
    Waiting,
    Withdrawals,
  ],
  templateUrl: './roll-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RollPage {
  private readonly api = inject(RollApi);
  private readonly session = inject(Session);
  private readonly locale = inject(LOCALE_ID);

  readonly slug = input.required<string>();

  protected readonly round = inject(OfficeApi).round(this.slug);
  protected readonly asked = this.api.roll(this.slug);
  protected readonly roll = lastValue(this.asked);
  protected readonly askedTurnout = this.api.turnout(this.slug);
  protected readonly turnout = lastValue(this.askedTurnout);
  protected readonly isOfficer = computed(() => this.session.holds('officer'));
  protected readonly isVoting = computed(
    () => this.round.hasValue() && this.round.value().state === 'voting',
  );
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    ...(this.round.hasValue()
      ? [{ label: this.round.value().title, link: `/office/rounds/${this.slug()}` }]
      : []),
  ]);
  protected readonly rows = computed(() => {
    const roll = this.roll();
    if (!roll) return [];
    const count = (value: number): string => formatCount(value, this.locale);
    return [
      { key: $localize`People on the list`, value: count(roll.electors) },
      ...(roll.styles.length > 1
        ? roll.styles.map(({ style, electors }) => ({
            key: $localize`With the ballot paper “${style}:style:”`,
            value: count(electors),
          }))
        : []),
      { key: $localize`Claims and doubtful lines waiting`, value: count(roll.waiting) },
      { key: $localize`Passes and sheets issued`, value: count(roll.passes) },
      { key: $localize`Lost passes issued again`, value: count(roll.reissues) },
    ];
  });

  constructor() {
    const head = inject(PageHead);
    effect(
      () => this.round.hasValue() && head.name($localize`List of voters: ${this.round.value().title}:title:`),
    );
    everyMoment(
      this.isVoting,
      () => {
        this.asked.reload();
        this.askedTurnout.reload();
      },
      15_000,
    );
  }
}
