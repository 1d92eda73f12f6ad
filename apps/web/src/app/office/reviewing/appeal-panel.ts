import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Button, ErrorSummary, type FieldError, TimePipe } from '@commonthread/govuk';
import { Radios, Textarea } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { type Review, ReviewingApi } from './reviewing-api.js';

/** What the author says against a no, and the answer of an officer who had no part in it. */
@Component({
  selector: 'ct-appeal-panel',
  imports: [Button, ErrorSummary, Radios, Textarea, TimePipe],
  template: `
    @let it = appeal();
    <p class="govuk-body" i18n>The author appealed on {{ it.madeAt | ctTime }}:</p>
    <blockquote class="ct-quote ct-prose">{{ it.text }}</blockquote>
    @if (it.upheld !== null) {
      <p class="govuk-body">
        @if (it.upheld) {
          <strong i18n>Upheld:</strong>
        } @else {
          <strong i18n>Refused:</strong>
        }
        {{ it.reason }}
      </p>
    } @else if (mayDecide()) {
      @if (act.errors().length > 0) {
        <ct-error-summary [errors]="act.errors()" />
      }
      <form method="post" novalidate (submit)="decide($event)">
        <ct-radios
          fieldId="appeal-answer"
          label="Is the appeal right?"
          i18n-label
          [choices]="choices"
          [error]="act.errorFor('appeal-answer')"
          [(value)]="upheld"
        />
        <ct-textarea
          fieldId="appeal-reason"
          label="Reason, in plain words"
          i18n-label
          hint="Everybody can read it."
          i18n-hint
          [rows]="3"
          [maxLength]="2000"
          [error]="act.errorFor('appeal-reason')"
          [(value)]="reason"
        />
        <button ctButton type="submit" [busy]="act.busy()" i18n>Decide the appeal</button>
      </form>
    } @else {
      <p class="govuk-body govuk-!-font-weight-bold" i18n>
        An officer who neither confirmed nor signed the letter has to decide.
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppealPanel {
  private readonly api = inject(ReviewingApi);

  readonly number = input.required<number>();
  readonly appeal = input.required<NonNullable<Review['appeal']>>();
  readonly mayDecide = input.required<boolean>();
  readonly changed = output<{ review: Review; told: string }>();

  protected readonly choices = [
    { value: 'yes', label: $localize`Yes: review it again` },
    { value: 'no', label: $localize`No: it stays as it is` },
  ];
  protected readonly act = new Act('appeal-answer', { upheld: 'appeal-answer', reason: 'appeal-reason' });
  protected readonly upheld = signal<string | null>(null);
  protected readonly reason = signal('');

  protected async decide(event: Event): Promise<void> {
    event.preventDefault();
    const faults: FieldError[] = [
      ...(this.upheld() === null
        ? [{ fieldId: 'appeal-answer', message: $localize`Choose your answer` }]
        : []),
      ...(this.reason().trim().length < 5
        ? [{ fieldId: 'appeal-reason', message: $localize`Give the reason in a sentence` }]
        : []),
    ];
    this.act.refuse(faults);
    if (faults.length > 0) return;
    await this.act.run(async () => {
      const review = await this.api.decideAppeal(
        this.number(),
        this.upheld() === 'yes',
        this.reason().trim(),
      );
      this.changed.emit({ review, told: $localize`The appeal is decided. Its author can read why.` });
    });
  }
}
