import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, Details, ErrorSummary } from '@commonthread/govuk';
import { Textarea } from '@commonthread/govuk/forms';
import { FormErrors } from '../shell/form-errors.js';
import { refusalOf } from '../shell/refusal.js';
import { ModerationApi } from './moderation-api.js';

/** The author's answer to a decision: other words where they are asked for, or the appeal. */
@Component({
  selector: 'ct-answer-case',
  imports: [Button, Details, ErrorSummary, Textarea],
  template: `
    @let it = one();
    @if (errors.all().length > 0) {
      <ct-error-summary [errors]="errors.all()" />
    }
    @if (it.act === 'ask-change') {
      <form method="post" novalidate (submit)="sendChange($event)">
        <ct-textarea
          [fieldId]="'change-' + it.number"
          label="Write it anew"
          i18n-label
          labelSize="s"
          hint="A moderator reads it before it is public again."
          i18n-hint
          [maxLength]="2000"
          [error]="errors.of('change-' + it.number)"
          [(value)]="change"
        />
        <button ctButton type="submit" [busy]="busy()" i18n>Send it</button>
      </form>
    }
    <ct-details summary="Appeal against this decision" i18n-summary>
      <form method="post" novalidate (submit)="sendAppeal($event)">
        <ct-textarea
          [fieldId]="'appeal-' + it.number"
          label="Why was the decision wrong?"
          i18n-label
          labelSize="s"
          hint="You can appeal once. Another moderator answers, and that is the last word."
          i18n-hint
          [maxLength]="2000"
          [error]="errors.of('appeal-' + it.number)"
          [(value)]="appeal"
        />
        <button ctButton="secondary" type="submit" [busy]="busy()" i18n>Send the appeal</button>
      </form>
    </ct-details>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerCase {
  private readonly api = inject(ModerationApi);

  readonly one = input.required<Api<'MyCaseDto'>>();
  readonly sent = output();

  protected readonly busy = signal(false);
  protected readonly change = signal('');
  protected readonly appeal = signal('');
  protected readonly errors = new FormErrors();

  protected async sendChange(event: Event): Promise<void> {
    event.preventDefault();
    const { number } = this.one();
    const words = this.change().trim();
    if (!words) return this.errors.refuse(`change-${number}`, $localize`Write it anew`);
    await this.send(`change-${number}`, () => this.api.change(number, words));
  }

  protected async sendAppeal(event: Event): Promise<void> {
    event.preventDefault();
    const { number } = this.one();
    const words = this.appeal().trim();
    if (words.length < 10)
      return this.errors.refuse(`appeal-${number}`, $localize`Say in a sentence why it was wrong`);
    await this.send(`appeal-${number}`, () => this.api.appeal(number, words));
  }

  private async send(fieldId: string, what: () => Promise<void>): Promise<void> {
    this.errors.clear();
    this.busy.set(true);
    try {
      await what();
      this.sent.emit();
    } catch (cause) {
      this.errors.refuse(fieldId, refusalOf(cause).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
