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
import type { Api } from '@commonthread/api-client';
import { Breadcrumbs, DayPipe, EmptyState, formatCount, Tag, Thread, WarningText } from '@commonthread/govuk';
import { type Interval, IntervalChart } from '@commonthread/govuk/charts';
import { aimWords } from '../shell/aim-words.js';
import { PageHead } from '../shell/page-head.js';
import { Waiting } from '../shell/waiting.js';
import { IndicatorsApi } from './indicators-api.js';
import { isVerbatim, polarityWords, shortReadingWords, wordingStatusWords } from './reading-words.js';
import { ReadingsTable } from './readings-table.js';

/** One indicator: what it is, how it is asked, what was found, and which decisions are held to it. */
@Component({
  selector: 'ct-indicator-page',
  imports: [
    Breadcrumbs,
    DayPipe,
    EmptyState,
    IntervalChart,
    ReadingsTable,
    RouterLink,
    Tag,
    Thread,
    Waiting,
    WarningText,
  ],
  templateUrl: './indicator-page.html',
  styleUrl: './indicators.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IndicatorPage {
  private readonly locale = inject(LOCALE_ID);

  /** Bound from the route. */
  readonly code = input.required<string>();

  protected readonly indicator = inject(IndicatorsApi).indicator(this.code);
  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Indicators`, link: '/indicators' },
  ];
  private readonly readings = computed(() =>
    this.indicator.hasValue() ? this.indicator.value().readings : [],
  );
  protected readonly own = computed(() => this.readings().filter(({ isBenchmark }) => !isBenchmark));
  protected readonly benchmarks = computed(() => this.readings().filter(({ isBenchmark }) => isBenchmark));
  protected readonly ownBars = computed(() => this.intervals(this.own()));
  protected readonly benchmarkBars = computed(() => this.intervals(this.benchmarks()));
  /** The API's text opens with the definition, which the page has already given. */
  protected readonly howToRead = computed(() => {
    if (!this.indicator.hasValue()) return '';
    const { definition, howToRead } = this.indicator.value();
    return howToRead.startsWith(definition) ? howToRead.slice(definition.length).trim() : howToRead;
  });

  protected readonly isVerbatim = isVerbatim;
  protected readonly polarityWords = polarityWords;
  protected readonly wordingStatusWords = wordingStatusWords;

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (!this.indicator.hasValue()) return;
      const { name, definition } = this.indicator.value();
      head.name($localize`${name}:name: – indicator`, definition);
    });
  }

  protected aimWords(aim: Api<'AimDto'>): string {
    return aimWords(aim, this.locale);
  }

  protected number(value: number): string {
    return formatCount(value, this.locale);
  }

  private intervals(readings: readonly Api<'ReadingDto'>[]): Interval[] {
    return readings.map((reading) => ({
      label: `${reading.label} (${reading.period})`,
      value: reading.percent,
      low: reading.lowPercent,
      high: reading.highPercent,
      text: shortReadingWords(reading, this.locale),
    }));
  }
}
