import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  LOCALE_ID,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Breadcrumbs,
  Details,
  EmptyState,
  formatCount,
  formatMoney,
  InsetText,
  SectionNav,
  Tag,
  Thread,
} from '@commonthread/govuk';
import { type Bar, BarChart } from '@commonthread/govuk/charts';
import { PageHead } from '../shell/page-head.js';
import { roundStep } from '../shell/round-states.js';
import { Waiting } from '../shell/waiting.js';
import { CompareTable } from './compare-table.js';
import { ResultsApi } from './results-api.js';
import { resultsCrumbs, resultsSections } from './results-frame.js';
import { ruleChanges } from './rule-changes.js';

/** The same ballots under several rules: who would gain, who would lose. */
@Component({
  selector: 'ct-compare-page',
  imports: [
    BarChart,
    Breadcrumbs,
    CompareTable,
    Details,
    EmptyState,
    InsetText,
    RouterLink,
    SectionNav,
    Tag,
    Thread,
    Waiting,
  ],
  templateUrl: './compare-page.html',
  styleUrl: './results.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComparePage {
  private readonly api = inject(ResultsApi);
  private readonly locale = inject(LOCALE_ID);

  /** Bound from the route. */
  readonly slug = input.required<string>();

  protected readonly comparison = this.api.comparison(this.slug);
  protected readonly round = this.api.roundPage(this.slug);
  protected readonly crumbs = computed(() =>
    resultsCrumbs(this.slug(), this.round.hasValue() ? this.round.value().title : null),
  );
  protected readonly sections = computed(() => resultsSections(this.slug()));
  protected readonly step = computed(() =>
    this.round.hasValue() ? (roundStep(this.round.value().state) ?? 'decided') : 'decided',
  );
  protected readonly changes = computed(() =>
    this.comparison.hasValue() ? ruleChanges(this.comparison.value()) : [],
  );
  protected readonly fundedBars = computed<Bar[]>(() =>
    this.columns().map(({ title, winners }, at) => ({
      label: at === 0 ? $localize`${title}:rule: (the rule of this round)` : title,
      value: winners,
      text: $localize`${this.number(winners)}:count: projects`,
      strong: at === 0,
    })),
  );
  /** One chart for the measure readers ask for first: how many voters got something. */
  protected readonly servedBars = computed<Bar[]>(() =>
    this.columns().flatMap(({ title, measures }, at) => {
      const served = measures.find(({ code }) => code === 'voters-with-winner');
      const percent = Number.parseFloat(served?.value ?? '');
      return served && Number.isFinite(percent)
        ? [
            {
              label: at === 0 ? $localize`${title}:rule: (the rule of this round)` : title,
              value: percent,
              text: served.value,
              strong: at === 0,
            },
          ]
        : [];
    }),
  );
  protected readonly columns = computed(() =>
    this.comparison.hasValue() ? this.comparison.value().columns : [],
  );

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (this.round.hasValue())
        head.name($localize`Other ways of counting: ${this.round.value().title}:round:`);
    });
  }

  protected money(minor: number): string {
    const currency = this.comparison.hasValue() ? this.comparison.value().currency : 'GBP';
    return formatMoney(minor, currency, this.locale);
  }

  protected number(value: number): string {
    return formatCount(value, this.locale);
  }
}
