import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs, Button, DayPipe, Details, ErrorSummary, InsetText, Tag } from '@commonthread/govuk';
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

/** Writes a decision from a count: words, aims, checklist. Once its round's outcome is published it is fixed. */
@Component({
  selector: 'ct-decision-page',
  imports: [
    AimsEditor,
    Breadcrumbs,
    Button,
    CorrectionForm,
    DayPipe,
    Details,
    DecisionForm,
    ErrorSummary,
    InsetText,
    RouterLink,
    Tag,
    Waiting,
  ],
  templateUrl: './decision-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionPage {
  private readonly api = inject(OfficeApi);
  private readonly kept = inject(KeptDrafts);
  private readonly router = inject(Router);

  readonly number = input.required<string>();

  protected readonly crumbs = [{ label: $localize`Office`, link: '/office' }];
  protected readonly asked = this.api.decision(this.number);
  protected readonly decision = lastValue(this.asked);
  protected readonly isDraft = computed(() => this.decision()?.state === 'draft');
  protected readonly text = signal<DecisionText | null>(null);
  protected readonly savedAt = signal<Date | null>(null);
  protected readonly saving = new Act('title', FIELDS);
  protected readonly publishing = new Act('publish', FIELDS);
  protected readonly requirements = computed(() => {
    const decision = this.decision();
    const text = this.text();
    return decision && text ? requirementsOf(decision, text) : [];
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

  /** On to the page where two officers publish the whole outcome. */
  protected async publish(): Promise<void> {
    this.publishing.refuse([]);
    const open = this.requirements().filter(({ met }) => !met);
    if (open.length > 0) return this.publishing.refuse(open.map(({ ask }) => ask));
    if (!(await this.save())) return;
    await this.router.navigate(['/office/rounds', this.decision()?.roundSlug, 'publish']);
  }
}
