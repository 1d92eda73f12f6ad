import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, ErrorSummary, InsetText } from '@commonthread/govuk';
import { Textarea, TextInput } from '@commonthread/govuk/forms';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { poundsOf } from '../../shell/pounds.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { OfficeApi } from '../office-api.js';
import { MergingApi } from './merging-api.js';
import { OpenSuggestion } from './open-suggestion.js';
import { type DraftPart, MOST_PARTS, partFaults, partFields, splitOf } from './split-draft.js';

/** An officer drafts the parts of a proposal and suggests them to its authors. */
@Component({
  selector: 'ct-split-page',
  imports: [
    Breadcrumbs,
    Button,
    ErrorSummary,
    InsetText,
    OpenSuggestion,
    RouterLink,
    Textarea,
    TextInput,
    Waiting,
  ],
  templateUrl: './split-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SplitPage {
  private readonly api = inject(MergingApi);

  /** Bound from the route. */
  readonly number = input.required<string>();

  protected readonly most = MOST_PARTS;
  protected readonly proposal = inject(OfficeApi).proposal(this.number);
  private readonly asked = this.api.suggestions(this.number);
  private readonly suggestions = lastValue(this.asked);
  protected readonly open = computed(() => this.suggestions()?.find(({ state }) => state === 'open'));
  protected readonly done = computed(() =>
    (this.suggestions() ?? []).filter(({ kind, state }) => kind === 'split' && state === 'done'),
  );

  private readonly original = lastValue(this.proposal);
  /** Begun with the whole text, and a second part to move words to. */
  protected readonly parts = linkedSignal<readonly DraftPart[]>(() => {
    const { title = '', summary = '', body = '', estimatePence = null } = this.original() ?? {};
    return [
      { title, summary, body, pounds: poundsOf(estimatePence) },
      { title: '', summary: '', body, pounds: '' },
    ];
  });
  protected readonly reason = signal('');
  protected readonly act = new Act('reason', { reason: 'reason', ...partFields() });
  protected readonly crumbs = computed(() => {
    const round = this.original()?.round;
    return [
      { label: $localize`Office`, link: '/office' },
      ...(round ? [{ label: round.title, link: `/office/rounds/${round.slug}` }] : []),
    ];
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const title = this.original()?.title;
      if (title !== undefined) head.name($localize`Split: ${title}:title:`);
    });
  }

  protected write(at: number, words: Partial<DraftPart>): void {
    this.parts.update((parts) => parts.map((part, each) => (each === at ? { ...part, ...words } : part)));
  }

  protected add(): void {
    this.parts.update((parts) => [...parts, { title: '', summary: '', body: '', pounds: '' }]);
  }

  protected remove(at: number): void {
    this.parts.update((parts) => parts.filter((_, each) => each !== at));
  }

  protected async suggest(event: Event): Promise<void> {
    event.preventDefault();
    const faults = partFaults(this.parts(), this.reason());
    if (faults.length > 0) return this.act.refuse(faults);
    const split = splitOf(this.parts(), this.reason());
    if (await this.act.run(async () => void (await this.api.split(this.number(), split)))) this.again();
  }

  protected again(): void {
    this.asked.reload();
    this.proposal.reload();
  }
}
