import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Details, EmptyState, MoneyPipe, TimePipe } from '@commonthread/govuk';
import { lastValue } from '../shell/last-value.js';
import { PageHead } from '../shell/page-head.js';
import { Waiting } from '../shell/waiting.js';
import { PaperCheck } from './paper-check.js';
import { RoundsApi } from './rounds-api.js';

@Component({
  selector: 'ct-ballot-paper-page',
  imports: [Breadcrumbs, Details, EmptyState, MoneyPipe, PaperCheck, RouterLink, TimePipe, Waiting],
  templateUrl: './ballot-paper-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BallotPaperPage {
  private readonly api = inject(RoundsApi);

  /** Bound from the route. */
  readonly slug = input.required<string>();

  protected readonly resource = this.api.round(this.slug);
  protected readonly round = lastValue(this.resource);
  protected readonly paper = this.api.ballotPaper(this.slug);

  protected readonly crumbs = computed(() => [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Rounds`, link: '/rounds' },
    { label: this.round()?.title ?? this.slug(), link: `/rounds/${this.slug()}` },
  ]);
  protected readonly fileName = computed(() => `ballot-paper-${this.slug()}.json`);
  /** The very bytes that were hashed, carried by the page, so that saving them needs neither JavaScript nor the API. */
  protected readonly file = computed(() =>
    this.paper.hasValue()
      ? `data:application/json;charset=utf-8,${encodeURIComponent(this.paper.value().canonical)}`
      : '',
  );
  protected readonly command = computed(() => `sha256sum ${this.fileName()}`);

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const round = this.round();
      if (round)
        head.name(
          $localize`Ballot paper: ${round.title}:round:`,
          $localize`What is voted on, what it costs and by which rule it is counted, and how to check that nobody changed it.`,
        );
    });
  }
}
