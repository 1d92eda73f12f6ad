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
import type { Api } from '@commonthread/api-client';
import { Breadcrumbs, Button, ErrorSummary, type FieldError, InsetText } from '@commonthread/govuk';
import { Radios, Textarea, TextInput } from '@commonthread/govuk/forms';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { ReasonForm } from '../desk/reason-form.js';
import { OfficeApi } from '../office-api.js';
import { MergingApi } from './merging-api.js';
import { OpenSuggestion } from './open-suggestion.js';

/** An officer lays two proposals side by side and suggests to their authors to make one of them. */
@Component({
  selector: 'ct-merge-page',
  imports: [
    Breadcrumbs,
    Button,
    ErrorSummary,
    InsetText,
    OpenSuggestion,
    Radios,
    ReasonForm,
    Textarea,
    TextInput,
    Waiting,
  ],
  templateUrl: './merge-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MergePage {
  private readonly api = inject(MergingApi);
  private readonly office = inject(OfficeApi);

  /** Bound from the route: the one that goes into the other. */
  readonly number = input.required<string>();

  protected readonly proposal = this.office.proposal(this.number);
  private readonly similar = this.api.similar(this.number);
  private readonly asked = this.api.suggestions(this.number);
  private readonly suggestions = lastValue(this.asked);
  protected readonly open = computed(() => this.suggestions()?.find(({ state }) => state === 'open'));
  protected readonly done = computed(() =>
    (this.suggestions() ?? []).filter(({ kind, state }) => kind === 'merge' && state === 'done'),
  );
  protected readonly choices = computed(() => [
    ...(this.similar.hasValue() ? this.similar.value() : []).map(({ proposal }) => ({
      value: String(proposal.number),
      label: `${proposal.number}. ${proposal.title}`,
      hint: proposal.summary,
    })),
    { value: '', label: $localize`Another one, by its number` },
  ]);
  protected readonly picked = signal<string | null>(null);
  protected readonly typed = signal('');
  protected readonly into = computed(() =>
    this.picked() === '' ? this.typed().trim() : (this.picked() ?? ''),
  );
  protected readonly other = this.office.proposal(() =>
    /^[1-9]\d{0,8}$/.test(this.into()) ? this.into() : '',
  );

  protected readonly wording = signal<string | null>('keep');
  protected readonly wordings = [
    { value: 'keep', label: $localize`The text of the one that stays` },
    { value: 'new', label: $localize`A new text from both` },
  ];
  private readonly from = computed(() => (this.other.hasValue() ? this.other.value() : undefined));
  protected readonly title = linkedSignal(() => this.from()?.title ?? '');
  protected readonly summary = linkedSignal(() => this.from()?.summary ?? '');
  protected readonly body = linkedSignal(() =>
    [this.from()?.body, this.proposal.hasValue() ? this.proposal.value().body : undefined]
      .filter((text) => text)
      .join('\n\n'),
  );
  protected readonly reason = signal('');
  protected readonly act = new Act('into', {
    into: 'into',
    reason: 'reason',
    'text.title': 'title',
    'text.summary': 'summary',
    'text.body': 'body',
  });
  protected readonly ending = new Act('ending');
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    ...(this.proposal.hasValue()
      ? [
          {
            label: this.proposal.value().round.title,
            link: `/office/rounds/${this.proposal.value().round.slug}`,
          },
        ]
      : []),
  ]);

  constructor() {
    const head = inject(PageHead);
    effect(
      () => this.proposal.hasValue() && head.name($localize`Join: ${this.proposal.value().title}:title:`),
    );
  }

  protected async suggest(event: Event): Promise<void> {
    event.preventDefault();
    const wrong = this.wrong();
    if (wrong.length > 0) return this.act.refuse(wrong);
    await this.act.run(async () => {
      const text = { title: this.title().trim(), summary: this.summary().trim(), body: this.body().trim() };
      const merge: Api<'SuggestMergeDto'> = {
        into: Number(this.into()),
        reason: this.reason().trim(),
        ...(this.wording() === 'new' && { text }),
      };
      await this.api.suggest(this.number(), merge);
      this.again();
    });
  }

  protected async undo(id: string, reason: string): Promise<void> {
    if (await this.ending.run(async () => void (await this.api.undo(id, reason)))) this.again();
  }

  protected again(): void {
    this.asked.reload();
    this.proposal.reload();
  }

  private wrong(): FieldError[] {
    const errors: FieldError[] = [];
    if (!this.other.hasValue() || this.into() === '')
      errors.push({
        fieldId: this.picked() === '' ? 'into-number' : 'into',
        message: $localize`Choose the proposal that stays`,
      });
    if (this.reason().trim().length < 5)
      errors.push({ fieldId: 'reason', message: $localize`Give the reason in a sentence` });
    if (this.wording() === 'new' && this.summary().trim().length < 20)
      errors.push({ fieldId: 'summary', message: $localize`Make the summary at least 20 characters long` });
    return errors;
  }
}
