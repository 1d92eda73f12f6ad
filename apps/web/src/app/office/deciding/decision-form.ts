import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Details, type FieldError, MoneyPipe } from '@commonthread/govuk';
import { Textarea, TextInput } from '@commonthread/govuk/forms';
import { errorFor } from '../../shell/refusal.js';
import type { DecisionText } from './decision-draft.js';

/** The words of a decision, with what each is for. */
@Component({
  selector: 'ct-decision-form',
  imports: [Details, MoneyPipe, NgTemplateOutlet, Textarea, TextInput],
  templateUrl: './decision-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionForm {
  readonly decision = input.required<Api<'DecisionDto'>>();
  readonly errors = input<readonly FieldError[]>([]);
  readonly text = model.required<DecisionText>();

  protected readonly notChosen = computed(() => this.decision().items.filter(({ chosen }) => !chosen));
  protected readonly chosen = computed(() => this.decision().items.filter(({ chosen }) => chosen));

  protected change(part: Partial<DecisionText>): void {
    this.text.update((text) => ({ ...text, ...part }));
  }

  protected reason(proposalNumber: number, reason: string): void {
    this.change({ itemReasons: { ...this.text().itemReasons, [proposalNumber]: reason } });
  }

  protected errorFor(fieldId: string): string | null {
    return errorFor(this.errors(), fieldId);
  }
}
