import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { formatCount, SummaryList } from '@commonthread/govuk';
import type { Voting } from './closing-api.js';

/** Passes against ballots: the two must fit. No number here depends on what anybody chose. */
@Component({
  selector: 'ct-vote-numbers',
  imports: [SummaryList],
  template: `
    <h2 class="govuk-heading-m" i18n>Passes and ballots</h2>
    <p class="govuk-body" i18n>
      Every ballot needs a pass, so there must never be more ballots than passes. The ballot box shows new
      ballots only in batches, so its numbers come a little later.
    </p>
    <ct-summary-list [rows]="rows()" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VoteNumbers {
  private readonly locale = inject(LOCALE_ID);

  readonly office = input.required<NonNullable<Voting['office']>>();

  protected readonly rows = computed(() => {
    const { electors, passesOnline, passesReissued, paperIssued, ballotBox } = this.office();
    const count = (value: number): string => formatCount(value, this.locale);
    return [
      { key: $localize`People on the list of voters`, value: count(electors) },
      {
        key: $localize`Passes issued online`,
        value:
          passesReissued === 0
            ? count(passesOnline)
            : $localize`${count(passesOnline)}:passes:, and ${count(passesReissued)}:again: lost ones issued again`,
      },
      { key: $localize`Paper ballots handed out`, value: count(paperIssued) },
      ...(ballotBox
        ? [
            { key: $localize`Passes that have voted`, value: count(ballotBox.credentials) },
            {
              key: $localize`Online ballots in the log`,
              value: $localize`${count(ballotBox.ballots)}:ballots:, changed votes among them`,
            },
            { key: $localize`Paper ballots in the log`, value: count(ballotBox.paper) },
            { key: $localize`Ballots waiting for the next batch`, value: count(ballotBox.waiting) },
          ]
        : []),
    ];
  });
}
