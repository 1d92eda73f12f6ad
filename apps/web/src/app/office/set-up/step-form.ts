import { Directive, input, model } from '@angular/core';
import type { FieldError } from '@commonthread/govuk';
import { errorFor } from '../../shell/refusal.js';
import type { RoundDraft } from './round-draft.js';

/** What every step of the set-up has: the draft it changes, and what is wrong with it. */
@Directive()
export abstract class StepForm {
  readonly draft = model.required<RoundDraft>();
  readonly errors = input<readonly FieldError[]>([]);

  protected change(part: Partial<RoundDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected errorFor(fieldId: string): string | null {
    return errorFor(this.errors(), fieldId);
  }
}
