import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Breadcrumbs,
  Button,
  DayPipe,
  Details,
  ErrorSummary,
  InsetText,
  Tag,
  WarningText,
} from '@commonthread/govuk';
import { Checkboxes } from '@commonthread/govuk/forms';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { KeptDrafts } from '../kept-draft.js';
import { OfficeApi } from '../office-api.js';
import { AimsEditor } from './aims-editor.js';
import { CorrectionForm } from './correction-form.js';
import { type DecisionText, requirementsOf, textOf, writeDecision } from './decision-draft.js';
import { DecisionForm } from './decision-form.js';

const FIELDS = {
  title: 'title',
  summary: 'summary',
  reasons: 'reasons',
  fairness: 'fairness',
  whatNext: 'what-next',
};

/** Writes a decision from a count: words, aims, checklist, publication. Afterwards it is fixed. */
@Component({
  selector: 'ct-decision-page',
  imports: [
    AimsEditor,
    Breadcrumbs,
    Button,
    Checkboxes,
    CorrectionForm,
    DayPipe,
    Details,
    DecisionForm,
    ErrorSummary,
    InsetText,
    RouterLink,
    Tag,
    Waiting,
    WarningText,
  ],
  templateUrl: './decision-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionPage {
  private readonly api = inject(OfficeApi);
  private readonly kept = inject(KeptDrafts);

  readonly number = input.required<string>();

  protected readonly crumbs = [{ label: $localize`Office`, link: '/office' }];
  protected readonly asked = this.api.decision(this.number);
  protected readonly decision = lastValue(this.asked);
  private readonly count = this.api.count(() => this.decision()?.countId ?? undefined);
  protected readonly isDraft = computed(() => this.decision()?.state === 'draft');
  protected readonly text = signal<DecisionText | null>(null);
  protected readonly savedAt = signal<Date | null>(null);
  protected readonly saving = new Act('title', FIELDS);
  protected readonly publishing = new Act('publish', FIELDS);
  protected readonly confirmed = signal<readonly string[]>([]);
  protected readonly confirmation = [
    { value: 'yes', label: $localize`I have read it as residents will. It may be published.` },
  ];
  protected readonly requirements = computed(() => {
    const decision = this.decision();
    const text = this.text();
    const published = this.count.hasValue() && this.count.value().state === 'published';
    return decision && text ? requirementsOf(decision, text, published) : [];
  });
  private readonly key = computed(() => `decision-${this.number()}`);

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const decision = this.decision();
      if (!decision) return;
      head.name(`${decision.number}: ${decision.title}`);
      if (!this.text()) this.text.set(this.kept.read<DecisionText>(this.key()) ?? textOf(decision));
    });
  }

  protected write(text: DecisionText): void {
    this.text.set(text);
    this.savedAt.set(null);
    this.kept.keep(this.key(), text);
  }

  protected async save(event?: Event): Promise<boolean> {
    event?.preventDefault();
    return this.saving.run(async () => {
      const stored = this.decision()!;
      this.asked.set(await this.api.saveDecision(stored.number, writeDecision(this.text()!, stored)));
      this.kept.forget(this.key());
      this.savedAt.set(new Date());
    });
  }

  protected async publish(): Promise<void> {
    this.publishing.refuse([]);
    const open = this.requirements().filter(({ met }) => !met);
    if (open.length > 0) return this.publishing.refuse(open.map(({ ask }) => ask));
    if (this.confirmed().length === 0) {
      return this.publishing.refuse([
        { fieldId: 'confirm', message: $localize`Tick that you have read it as residents will` },
      ]);
    }
    if (!(await this.save())) return;
    await this.publishing.run(async () => {
      this.asked.set(await this.api.publishDecision(this.number()));
    });
  }
}
