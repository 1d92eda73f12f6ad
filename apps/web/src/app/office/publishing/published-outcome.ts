import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CountPipe, DayPipe, Panel } from '@commonthread/govuk';
import type { Outcome } from './publishing-api.js';
import { fileLines, noticesIn, sentWords, toldLines } from './publishing-words.js';

/** What went out to how many, with the way to each, and where replies go. */
@Component({
  selector: 'ct-published-outcome',
  imports: [CountPipe, DayPipe, Panel, RouterLink],
  templateUrl: './published-outcome.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishedOutcome {
  private readonly locale = inject(LOCALE_ID);

  readonly outcome = input.required<Outcome>();
  readonly published = input.required<NonNullable<Outcome['published']>>();

  protected readonly sent = computed(() => sentWords(this.published().sent, this.locale));
  protected readonly lines = computed(() => toldLines(this.published().sent));
  protected readonly files = computed(() => fileLines(this.outcome().files));
  /** Notices that are still being written. */
  protected readonly waiting = computed(() => {
    const { told, sent } = this.published();
    return told ? Math.max(0, noticesIn(told) - noticesIn(sent)) : 0;
  });
}
