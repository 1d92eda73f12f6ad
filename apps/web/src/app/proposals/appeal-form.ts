import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { Checkboxes, Textarea } from '@commonthread/govuk/forms';
import { errorFor, fieldErrors, refusalOf } from '../shell/refusal.js';
import { ProposalsApi } from './proposals-api.js';

const FEWEST = 20;

/** The author's one appeal: why a no should be looked at again, and whether everybody may read it. */
@Component({
  selector: 'ct-appeal-form',
  imports: [Button, Checkboxes, ErrorSummary, Textarea],
  template: `
    @if (errors().length > 0) {
      <ct-error-summary [errors]="errors()" />
    }
    <form method="post" novalidate (submit)="send($event)">
      <ct-textarea
        fieldId="appeal"
        label="Why should it be looked at again?"
        i18n-label
        hint="Say what was not known, or what was understood wrongly."
        i18n-hint
        [maxLength]="5000"
        [error]="error('appeal')"
        [(value)]="text"
      />
      <ct-checkboxes
        fieldId="appeal-public"
        label="Who can read it"
        i18n-label
        [small]="true"
        [choices]="publicity"
        [(values)]="chosen"
      />
      <button ctButton type="submit" [busy]="busy()" i18n>Send the appeal</button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppealForm {
  private readonly api = inject(ProposalsApi);

  readonly number = input.required<string>();
  readonly appealed = output();

  protected readonly text = signal('');
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly busy = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly publicity = [
    {
      value: 'public',
      label: $localize`Everybody may read my reasons`,
      hint: $localize`Otherwise only officers do. That you appealed, and the answer, are public.`,
    },
  ];

  protected error(fieldId: string): string | null {
    return errorFor(this.errors(), fieldId);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.set(
      this.text().trim().length < FEWEST
        ? [{ fieldId: 'appeal', message: $localize`Give your reasons in a sentence or two` }]
        : [],
    );
    if (this.errors().length > 0 || this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.appeal(this.number(), this.text().trim(), this.chosen().includes('public'));
      this.appealed.emit();
    } catch (cause) {
      this.errors.set(fieldErrors(refusalOf(cause), { text: 'appeal' }, 'appeal'));
    } finally {
      this.busy.set(false);
    }
  }
}
