import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { Button, CountPipe, DayPipe, EmptyState, MoneyPipe, Thread } from '@commonthread/govuk';
import { AimPipe } from '../shell/aim-pipe.js';
import { RoundCard } from '../shell/round-card.js';
import { SITE } from '../shell/site.js';
import { Waiting } from '../shell/waiting.js';
import { HomeApi } from './home-api.js';
import { LatelyDelivered } from './lately-delivered.js';

/** How many of each the home page shows; the rest are a link away. */
const SHOWN = 3;

/** What a reader can take part in comes first. */
const ORDER: readonly Api<'RoundSummaryDto'>['state'][] = [
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

@Component({
  selector: 'ct-home-page',
  imports: [
    AimPipe,
    Button,
    CountPipe,
    DayPipe,
    EmptyState,
    LatelyDelivered,
    MoneyPipe,
    RoundCard,
    RouterLink,
    Thread,
    Waiting,
  ],
  templateUrl: './home-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HomePage {
  private readonly api = inject(HomeApi);

  protected readonly council = inject(SITE).councilName;
  protected readonly rounds = this.api.rounds();
  protected readonly decisions = this.api.decisions();
  protected readonly newestRounds = computed(() =>
    (this.rounds.hasValue() ? this.rounds.value() : [])
      .filter(({ state }) => state !== 'draft' && state !== 'cancelled')
      .sort(
        (a, b) =>
          ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
          (b.stateSince ?? '').localeCompare(a.stateSince ?? ''),
      )
      .slice(0, SHOWN),
  );
  protected readonly newestDecisions = computed(() =>
    (this.decisions.hasValue() ? this.decisions.value() : [])
      .filter(({ publishedAt }) => publishedAt !== null)
      .sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))
      .slice(0, SHOWN),
  );
}
