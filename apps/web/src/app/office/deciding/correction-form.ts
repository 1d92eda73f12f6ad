import {
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, ErrorSummary } from '@commonthread/govuk';
import { Textarea } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { OfficeApi } from '../office-api.js';
import { textOf, writeDecision } from './decision-draft.js';
import { DecisionForm } from './decision-form.js';

/** Puts a mistake in a published decision right: a new version beside the old one, with what was wrong. */
@Component({
  selector: 'ct-correction-form',
  imports: [Button, DecisionForm, ErrorSummary, Textarea],
  template: `
    @if (act.errors().length > 0) {
      <ct-error-summary [errors]="act.errors()" />
    }
    <form method="post" novalidate (submit)="publish($event)">
      <p class="govuk-body" i18n>
        Both versions stay visible, with your note. The aims stay as they were locked.
      </p>
      <ct-textarea
        fieldId="note"
        label="What was wrong, and what is put right"
        i18n-label
        [rows]="3"
        [maxLength]="1000"
        [error]="act.errorFor('note')"
        [(value)]="note"
      />
      <ct-decision-form [decision]="decision()" [(text)]="text" [errors]="act.errors()" />
      <button ctButton type="submit" [busy]="act.busy()" i18n>Publish the correction</button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrectionForm {
  private readonly api = inject(OfficeApi);

  readonly decision = input.required<Api<'DecisionDto'>>();
  readonly corrected = output<Api<'DecisionDto'>>();

  protected readonly act = new Act('note', {
    note: 'note',
    title: 'title',
    summary: 'summary',
    reasons: 'reasons',
    fairness: 'fairness',
    whatNext: 'what-next',
  });
  protected readonly note = signal('');
  protected readonly text = linkedSignal(() => textOf(this.decision()));

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    this.act.refuse([]);
    const note = this.note().trim();
    if (note.length < 3) {
      return this.act.refuse([
        { fieldId: 'note', message: $localize`Say what was wrong and what is put right` },
      ]);
    }
    await this.act.run(async () => {
      const text = writeDecision(this.text(), this.decision());
      this.corrected.emit(await this.api.correctDecision(this.decision().number, { ...text, note }));
      this.note.set('');
    });
  }
}
