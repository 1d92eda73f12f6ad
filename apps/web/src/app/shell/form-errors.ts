import { signal } from '@angular/core';
import type { FieldError } from '@commonthread/govuk';
import { errorFor } from './refusal.js';

/**
 * What is wrong with what was sent, for the summary above a form and for its fields. Each refusal is a new list, so that
 * the summary takes focus again when the same thing is wrong twice.
 */
export class FormErrors {
  private readonly list = signal<readonly FieldError[]>([]);
  readonly all = this.list.asReadonly();

  refuse(fieldId: string, message: string): void {
    this.list.set([{ fieldId, message }]);
  }

  clear(): void {
    this.list.set([]);
  }

  of(fieldId: string): string | null {
    return errorFor(this.list(), fieldId);
  }
}
