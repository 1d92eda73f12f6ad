import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Button, Details, ErrorSummary } from '@commonthread/govuk';
import { Textarea } from '@commonthread/govuk/forms';
import { FormErrors } from '../shell/form-errors.js';
import { ProposalsApi } from './proposals-api.js';
import { explain } from './refusals.js';

/** The author takes a proposal back, with a reason everybody can read. */
@Component({
  selector: 'ct-withdraw-proposal',
  imports: [Button, Details, ErrorSummary, Textarea],
  template: `
    <ct-details summary="Withdraw this proposal" i18n-summary [open]="errors.all().length > 0">
      @if (errors.all().length > 0) {
        <ct-error-summary [errors]="errors.all()" />
      }
      <form method="post" novalidate (submit)="withdraw($event)">
        <ct-textarea
          fieldId="withdraw-reason"
          label="Why do you withdraw it?"
          i18n-label
          hint="Everybody can read this. Its page stays, but nothing more will happen to it, and this cannot be undone."
          i18n-hint
          [rows]="3"
          [error]="errors.of('withdraw-reason')"
          [(value)]="reason"
        />
        <button ctButton="warning" type="submit" [busy]="sending()" i18n>Withdraw it for good</button>
      </form>
    </ct-details>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WithdrawProposal {
  private readonly api = inject(ProposalsApi);

  readonly number = input.required<number>();
  readonly withdrawn = output();

  protected readonly reason = signal('');
  protected readonly sending = signal(false);
  protected readonly errors = new FormErrors();

  protected async withdraw(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const reason = this.reason().trim();
    if (reason.length < 5) {
      return this.errors.refuse('withdraw-reason', $localize`Give the reason, in a few words at least.`);
    }
    this.sending.set(true);
    this.errors.clear();
    try {
      await this.api.withdraw(this.number(), reason);
      this.withdrawn.emit();
    } catch (cause) {
      const problem = explain(cause);
      this.errors.refuse('withdraw-reason', problem.errors?.[0]?.message ?? problem.detail);
    } finally {
      this.sending.set(false);
    }
  }
}
