import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { CountPipe, formatCount, formatTime, Tag, type TagColour } from '@commonthread/govuk';
import { checksInWords, type CheckInWords, type Outcome } from './checks-in-words.js';
import type { Verified } from './messages.js';
import { isSameAsPage } from './same-as-page.js';

const COLOURS: Readonly<Record<Outcome, TagColour>> = { holds: 'green', fails: 'red', unknown: 'grey' };

/** What the reader's own device found in the published files, check by check. */
@Component({
  selector: 'ct-verified-answer',
  imports: [CountPipe, Tag],
  templateUrl: './verified-answer.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerifiedAnswer {
  private readonly locale = inject(LOCALE_ID);

  readonly results = input.required<Api<'ResultsDto'>>();
  readonly verified = input.required<Verified>();

  protected readonly colours = COLOURS;
  protected readonly checks = computed<CheckInWords[]>(() => {
    const { report, result } = this.verified();
    return [
      ...checksInWords(report, (value) => formatCount(value, this.locale)),
      {
        title: $localize`This page`,
        claim: $localize`What this page says is what the files say: how many voted, every project’s votes, and what is funded.`,
        outcome: !result ? 'unknown' : isSameAsPage(this.results(), result) ? 'holds' : 'fails',
        ...{ faults: [], moreFaults: 0 },
      },
    ];
  });
  protected readonly allHold = computed(() => this.checks().every(({ outcome }) => outcome === 'holds'));
  protected readonly failed = computed(
    () => this.checks().filter(({ outcome }) => outcome === 'fails').length,
  );

  /** What is no fault, with its moments as the reader writes them. */
  protected readonly notices = computed(() =>
    this.verified().report.notices.map((notice) =>
      notice.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (moment) => formatTime(moment, this.locale)),
    ),
  );

  protected outcomeName(outcome: Outcome): string {
    switch (outcome) {
      case 'holds':
        return $localize`Holds`;
      case 'fails':
        return $localize`Does not hold`;
      case 'unknown':
        return $localize`Not checked`;
    }
  }
}
