import { signal, type Signal } from '@angular/core';
import type { FieldError } from '@commonthread/govuk';
import { errorFor, refusalOf } from '../shell/refusal.js';
import { officeErrors } from './refusals.js';

/** One thing an officer does to the API: whether it is under way, and what was refused. */
export class Act {
  private readonly doing = signal(false);
  private readonly refused = signal<readonly FieldError[]>([]);

  readonly busy: Signal<boolean> = this.doing.asReadonly();
  readonly errors: Signal<readonly FieldError[]> = this.refused.asReadonly();

  /**
   * @param fieldIds the API's field names and the ids of their inputs
   * @param fallbackId where a message leads that belongs to no field
   */
  constructor(
    private readonly fallbackId: string,
    private readonly fieldIds: Readonly<Record<string, string>> = {},
  ) {}

  /** The message for one input. */
  errorFor(fieldId: string): string | null {
    return errorFor(this.refused(), fieldId);
  }

  /** Shows what the page itself finds wrong. */
  refuse(errors: readonly FieldError[]): void {
    this.refused.set(errors);
  }

  /** @returns whether it was done; while it is under way, and once it is refused, nothing is done twice */
  async run(work: () => Promise<void>): Promise<boolean> {
    if (this.doing()) return false;
    this.refused.set([]);
    this.doing.set(true);
    try {
      await work();
      return true;
    } catch (cause) {
      this.refused.set(officeErrors(refusalOf(cause), this.fieldIds, this.fallbackId));
      return false;
    } finally {
      this.doing.set(false);
    }
  }
}
