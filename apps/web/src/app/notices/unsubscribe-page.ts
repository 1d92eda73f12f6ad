import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { HttpErrorResponse } from '@angular/common/http';
import { RouterLink } from '@angular/router';
import { Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { refusalOf } from '../shell/refusal.js';
import { SentForms } from '../shell/sent-form.js';
import { NoticesApi } from './notices-api.js';

/**
 * Reached from a link in a mail, signed out. One button stops the mails; opening the page does nothing, because mail
 * programs open links by themselves. Without JavaScript the form is sent to this page's own address.
 */
@Component({
  selector: 'ct-unsubscribe-page',
  imports: [Button, ErrorSummary, RouterLink],
  template: `
    <div class="ct-text">
      @if (errors().length > 0) {
        <ct-error-summary [errors]="errors()" />
      }
      <div role="status">
        @if (state() === 'stopped') {
          <h1 class="govuk-heading-l" i18n>You will get no more of these e-mails</h1>
          <p class="govuk-body" i18n>
            What becomes of your contributions is still on this site. Changed your mind? Choose how often you
            want to hear under <a class="govuk-link" routerLink="/account/news">What changed</a>.
          </p>
        }
      </div>
      @if (state() !== 'stopped' && token()) {
        <h1 class="govuk-heading-l" i18n>Stop e-mails about your contributions</h1>
        <p class="govuk-body" i18n>
          You will hear nothing more by e-mail of what became of ideas and votes you took part in. E-mails
          about your account, such as a new password, still come.
        </p>
        <form method="post" (submit)="stop($event)">
          <button ctButton type="submit" id="stop" [busy]="state() === 'sending'" i18n>
            Stop these e-mails
          </button>
        </form>
      } @else if (!token()) {
        <h1 class="govuk-heading-l" i18n>This link is not whole</h1>
        <p class="govuk-body" i18n>
          Open it again from the e-mail, or choose how often you want to hear under
          <a class="govuk-link" routerLink="/account/news">What changed</a>.
        </p>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnsubscribePage {
  private readonly api = inject(NoticesApi);

  /** Bound from the address. */
  readonly token = input<string>();

  /** The form as it was sent without JavaScript. */
  private readonly sent = inject(SentForms).take();
  protected readonly state = signal<'asked' | 'sending' | 'stopped'>(
    this.sent && this.sent.status < 300 ? 'stopped' : 'asked',
  );
  protected readonly errors = signal(
    this.sent && this.sent.status >= 300
      ? faults(new HttpErrorResponse({ status: this.sent.status, error: this.sent.answer }))
      : [],
  );

  protected async stop(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.set([]);
    this.state.set('sending');
    try {
      await this.api.unsubscribe(this.token() ?? '');
      this.state.set('stopped');
    } catch (cause) {
      this.errors.set(faults(cause));
      this.state.set('asked');
    }
  }
}

const faults = (cause: unknown): readonly FieldError[] => [
  { message: refusalOf(cause).detail, fieldId: 'stop' },
];
