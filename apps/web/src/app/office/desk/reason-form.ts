import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { Button, ErrorSummary } from '@commonthread/govuk';
import { Textarea } from '@commonthread/govuk/forms';
import { FormErrors } from '../../shell/form-errors.js';

/** A reason in plain words that everybody will read, and the act it is for. */
@Component({
  selector: 'ct-reason-form',
  imports: [Button, ErrorSummary, Textarea],
  template: `
    @if (missing.all().length > 0) {
      <ct-error-summary [errors]="missing.all()" />
    }
    <form method="post" novalidate (submit)="send($event)">
      <ng-content />
      <ct-textarea
        [fieldId]="fieldId()"
        label="Reason, in plain words"
        i18n-label
        [hint]="hint()"
        [rows]="3"
        [maxLength]="maxLength()"
        [error]="error() ?? missing.of(fieldId())"
        [(value)]="reason"
      />
      <button [ctButton]="warning() ? 'warning' : 'secondary'" type="submit" [busy]="busy()">
        {{ action() }}
      </button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonForm {
  readonly fieldId = input.required<string>();
  readonly action = input.required<string>();
  readonly hint = input($localize`Everybody can read it on the page of the round.`);
  readonly maxLength = input(2000);
  readonly warning = input(false);
  readonly busy = input(false);
  readonly error = input<string | null>(null);
  readonly given = output<string>();

  protected readonly reason = signal('');
  protected readonly missing = new FormErrors();

  protected send(event: Event): void {
    event.preventDefault();
    const reason = this.reason().trim();
    if (reason.length < 5)
      return this.missing.refuse(this.fieldId(), $localize`Give the reason in a sentence`);
    this.missing.clear();
    this.given.emit(reason);
  }
}
