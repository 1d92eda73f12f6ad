import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs, Button, CountPipe, DayPipe, EmptyState, Tag } from '@commonthread/govuk';
import { Select, TextInput } from '@commonthread/govuk/forms';
import { lastValue } from '../../shell/last-value.js';
import { Session } from '../../shell/session/session.js';
import { Waiting } from '../../shell/waiting.js';
import { OfficeApi } from '../office-api.js';
import { AssignForm } from './assign-form.js';
import { ReviewPanel } from './review-panel.js';
import { type QueueItem, ReviewingApi } from './reviewing-api.js';
import { stageColour, stageName, TABS } from './review-words.js';

/** The officer's morning: what waits for whom on the left, the proposal in hand on the right. */
@Component({
  selector: 'ct-reviews-page',
  imports: [
    AssignForm,
    Breadcrumbs,
    Button,
    CountPipe,
    DayPipe,
    EmptyState,
    ReviewPanel,
    RouterLink,
    Select,
    Tag,
    TextInput,
    Waiting,
  ],
  templateUrl: './reviews-page.html',
  styleUrl: './reviewing.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown)': 'key($event)' },
})
export class ReviewsPage {
  private readonly api = inject(ReviewingApi);
  private readonly office = inject(OfficeApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  /** Bound from the query. */
  readonly tab = input<string>();
  readonly round = input<string>();
  readonly place = input<string>();
  readonly q = input<string>();
  readonly sort = input<string>();
  /** The number of the proposal in hand. */
  readonly n = input<string>();

  protected readonly crumbs = [{ label: $localize`Office`, link: '/office' }];
  protected readonly stageName = stageName;
  protected readonly stageColour = stageColour;
  protected readonly isOfficer = computed(() => this.session.holds('officer'));
  protected readonly typed = linkedSignal(() => this.q() ?? '');
  protected readonly chosenRound = linkedSignal(() => this.round() ?? '');
  protected readonly chosenPlace = linkedSignal(() => this.place() ?? '');
  protected readonly chosenSort = linkedSignal(() => this.sort() ?? 'due');
  protected readonly current = computed(() => TABS.find(({ tab }) => tab === this.tab())?.tab ?? 'all');

  private readonly query = computed<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      Object.entries({
        tab: this.current(),
        round: this.round(),
        place: this.place(),
        q: this.q(),
        sort: this.sort(),
      }).filter((pair): pair is [string, string] => Boolean(pair[1])),
    ),
  );
  protected readonly queue = this.api.queue(this.query);
  private readonly first = lastValue(this.queue);
  /** Further pages, forgotten when something else is asked for. */
  private readonly further = linkedSignal<readonly QueueItem[]>(() => (this.first() ? [] : []));
  private readonly next = linkedSignal(() => this.first()?.next ?? null);
  protected readonly isKnown = computed(() => this.first() !== undefined);
  protected readonly items = computed(() => [...(this.first()?.items ?? []), ...this.further()]);
  protected readonly hasMore = computed(() => this.next() !== null);
  protected readonly tabs = computed(() =>
    TABS.map(({ tab, label }) => ({
      tab,
      label,
      count: this.first()?.tabs.find((one) => one.tab === tab)?.count ?? 0,
    })),
  );

  private readonly departmentsAsked = this.api.departments();
  protected readonly departments = computed(() =>
    this.departmentsAsked.hasValue() ? this.departmentsAsked.value() : [],
  );
  private readonly rounds = this.office.rounds();
  private readonly places = this.office.places();
  protected readonly roundChoices = computed(() => [
    { value: '', label: $localize`Any round` },
    ...(this.rounds.hasValue() ? this.rounds.value() : [])
      .filter(({ imported }) => !imported)
      .map(({ slug, title }) => ({ value: slug, label: title })),
  ]);
  protected readonly placeChoices = computed(() => [
    { value: '', label: $localize`Everywhere` },
    ...(this.places.hasValue() ? this.places.value() : []).map(({ slug, name }) => ({
      value: slug,
      label: name,
    })),
  ]);
  protected readonly sorts = [
    { value: 'due', label: $localize`Due first` },
    { value: 'oldest', label: $localize`Longest waiting first` },
    { value: 'title', label: $localize`By title` },
  ];

  protected readonly ticked = linkedSignal<ReadonlySet<number>>(() => new Set(this.query() ? [] : []));
  protected readonly tickedNumbers = computed(() => [...this.ticked()]);
  protected readonly told = signal('');
  protected readonly selected = computed(() => {
    const number = Number(this.n());
    return Number.isInteger(number) && number > 0 ? number : undefined;
  });
  /** Where the proposal in hand stood in the list, kept once it has left it. */
  private readonly position = linkedSignal<
    { items: readonly QueueItem[]; number: number | undefined },
    number
  >({
    source: () => ({ items: this.items(), number: this.selected() }),
    computation: ({ items, number }, before) => {
      const at = items.findIndex((item) => item.number === number);
      if (at >= 0) return at;
      const last = before?.value ?? 0;
      return Number.isInteger(last) ? last - 0.5 : last;
    },
  });
  protected readonly wanted = signal<number | null>(null);

  protected search(event: Event): void {
    event.preventDefault();
    void this.go({
      q: this.typed().trim() || null,
      round: this.chosenRound() || null,
      place: this.chosenPlace() || null,
      sort: this.chosenSort() === 'due' ? null : this.chosenSort(),
    });
  }

  protected toggle(number: number): void {
    this.ticked.update((ticked) => {
      const after = new Set(ticked);
      if (!after.delete(number)) after.add(number);
      return after;
    });
  }

  protected tickAll(): void {
    const all = this.items()
      .slice(0, 100)
      .map(({ number }) => number);
    this.ticked.set(new Set(this.ticked().size === all.length ? [] : all));
  }

  protected async more(): Promise<void> {
    const after = this.next();
    if (after === null) return;
    const page = await this.api.more({ ...this.query(), after });
    this.further.update((items) => [...items, ...page.items]);
    this.next.set(page.next);
  }

  protected assigned(): void {
    const { size } = this.ticked();
    this.told.set(
      size === 1 ? $localize`1 proposal is assigned.` : $localize`${size}:number: proposals are assigned.`,
    );
    this.ticked.set(new Set());
    this.queue.reload();
  }

  protected changed(): void {
    this.queue.reload();
  }

  protected hand(number: number): void {
    this.wanted.set(number);
    void this.go({ n: String(number) });
  }

  /** The next one down, or up; what has left the list stands between its neighbours. */
  protected step(by: 1 | -1): void {
    const items = this.items();
    const at = this.selected() === undefined ? -1 : this.position();
    const item = items[by > 0 ? Math.floor(at) + 1 : Math.ceil(at) - 1];
    if (item) this.hand(item.number);
  }

  protected key(event: KeyboardEvent): void {
    if (!event.altKey || event.target instanceof HTMLSelectElement) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.step(event.key === 'ArrowDown' ? 1 : -1);
  }

  private go(change: Readonly<Record<string, string | null>>): Promise<boolean> {
    return this.router.navigate(['/office/reviews'], { queryParams: change, queryParamsHandling: 'merge' });
  }
}
