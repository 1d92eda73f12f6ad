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
  CountPipe,
  DayPipe,
  formatDay,
  MoneyPipe,
  Tag,
  Thread,
  type ThreadStep,
  TimePipe,
  WarningText,
} from '@commonthread/govuk';
import { SITE } from '../shell/site.js';
import { PageHead } from '../shell/page-head.js';
import { Waiting } from '../shell/waiting.js';
import { DecisionAim } from './decision-aim.js';
import { DecisionItems } from './decision-items.js';
import { decisionStateColour, decisionStateName, paragraphs } from './decision-words.js';
import { DecisionsApi } from './decisions-api.js';

/** Nothing about such a project changes any more. */
const OVER: ReadonlySet<string> = new Set(['delivered', 'stopped']);

/** One decision, complete enough to be printed and handed to the press. */
@Component({
  selector: 'ct-decision-page',
  imports: [
    Breadcrumbs,
    CountPipe,
    DayPipe,
    DecisionAim,
    DecisionItems,
    MoneyPipe,
    RouterLink,
    Tag,
    Thread,
    TimePipe,
    Waiting,
    WarningText,
  ],
  templateUrl: './decision-page.html',
  styleUrl: './decisions.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionPage {
  private readonly locale = inject(LOCALE_ID);
  private readonly site = inject(SITE);

  /** Bound from the route, for instance D-1. */
  readonly number = input.required<string>();

  protected readonly decision = inject(DecisionsApi).decision(this.number);
  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Decisions`, link: '/decisions' },
  ];
  private readonly items = computed(() => (this.decision.hasValue() ? this.decision.value().items : []));
  protected readonly chosen = computed(() => this.items().filter(({ chosen }) => chosen));
  protected readonly notChosen = computed(() => this.items().filter(({ chosen }) => !chosen));
  protected readonly notes = computed<Partial<Record<ThreadStep, string>>>(() => {
    if (!this.decision.hasValue()) return {};
    const { publishedAt, aimsFull } = this.decision.value();
    const due = aimsFull.map(({ dueOn }) => dueOn).sort()[0];
    const all = this.chosen().length;
    const over = this.chosen().filter(({ state }) => OVER.has(state)).length;
    return {
      ...(this.begun() && { delivered: $localize`${over}:done: of ${all}:all:` }),
      ...(publishedAt && { decided: formatDay(publishedAt, this.locale) }),
      ...(due && { 'did-it-work': $localize`due ${formatDay(due, this.locale)}:day:` }),
    };
  });
  /** Whether any project is being built, or was. */
  private readonly begun = computed(() =>
    this.chosen().some(({ state }) => OVER.has(state) || state === 'in-delivery'),
  );
  protected readonly step = computed<ThreadStep>(() => {
    if (this.judged() || (this.begun() && this.chosen().every(({ state }) => OVER.has(state))))
      return 'did-it-work';
    return this.begun() ? 'delivered' : 'decided';
  });
  /** Every aim judged: the thread has come to its end. */
  protected readonly judged = computed(() => {
    const aims = this.decision.hasValue() ? this.decision.value().aimsFull : [];
    return aims.length > 0 && aims.every(({ state }) => state === 'judged');
  });

  /** For the printed sheet. */
  protected readonly address = computed(
    () => `${this.site.publicUrl}/decisions/${encodeURIComponent(this.number())}`,
  );

  protected readonly stateName = decisionStateName;
  protected readonly stateColour = decisionStateColour;
  protected readonly paragraphs = paragraphs;

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (!this.decision.hasValue()) return;
      const { number, title, summary } = this.decision.value();
      head.name($localize`${number}:number:: ${title}:title:`, summary || null);
    });
  }
}
