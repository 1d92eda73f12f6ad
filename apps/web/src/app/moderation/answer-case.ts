import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, Details } from '@commonthread/govuk';
import { Textarea } from '@commonthread/govuk/forms';
import { refusalOf } from '../shell/refusal.js';
import { ModerationApi } from './moderation-api.js';

/** The author's answer to a decision: other words where they are asked for, or the appeal. */
@Component({
  selector: 'ct-answer-case',
  imports: [Button, Details, Textarea],
  template: `
    @let it = one();
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
          [error]="changeError()"
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
          [error]="appealError()"
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
  protected readonly changeError = signal<string | null>(null);
  protected readonly appealError = signal<string | null>(null);

  protected async sendChange(event: Event): Promise<void> {
    event.preventDefault();
    const words = this.change().trim();
    if (!words) return this.changeError.set($localize`Write it anew`);
    this.changeError.set(await this.send(() => this.api.change(this.one().number, words)));
  }

  protected async sendAppeal(event: Event): Promise<void> {
    event.preventDefault();
    const words = this.appeal().trim();
    if (words.length < 10) return this.appealError.set($localize`Say in a sentence why it was wrong`);
    this.appealError.set(await this.send(() => this.api.appeal(this.one().number, words)));
  }

  /** @returns what was refused, or null */
  private async send(what: () => Promise<void>): Promise<string | null> {
    this.busy.set(true);
    try {
      await what();
      this.sent.emit();
      return null;
    } catch (cause) {
      return refusalOf(cause).detail;
    } finally {
      this.busy.set(false);
    }
  }
}
