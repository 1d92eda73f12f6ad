import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, ErrorSummary, type FieldError, Panel } from '@commonthread/govuk';
import { refusalOf } from '../shell/refusal.js';
import { AccountApi } from './account-api.js';
import { NeedsScript } from '../shell/needs-script.js';
import { accountErrors } from './refusals.js';

/** Where the link of the mail leads. A button, because mail scanners open links too. */
@Component({
  selector: 'ct-confirm-page',
  imports: [Button, ErrorSummary, NeedsScript, Panel, RouterLink],
  template: `
    <div class="ct-text">
      @if (state() === 'done') {
        <ct-panel heading="Your e-mail address is confirmed" i18n-heading />
        <p class="govuk-body" i18n>You can sign in now.</p>
        <a ctButton role="button" draggable="false" routerLink="/account/sign-in" i18n>Sign in</a>
      } @else {
        @if (errors().length > 0) {
          <ct-error-summary [errors]="errors()" />
        }
        <h1 class="govuk-heading-l" i18n>Confirm your e-mail address</h1>
        @if (token() && !spent()) {
          <p class="govuk-body" i18n>One more step: confirm that this address is yours.</p>
          <ct-needs-script />
          <button ctButton type="button" id="confirm" [busy]="state() === 'sending'" (click)="confirm()">
            <ng-container i18n>Confirm my address</ng-container>
          </button>
        } @else {
          <p class="govuk-body" i18n>
            The link in the message is needed here, and it is good for one use within an hour. If yours is
            older, <a class="govuk-link" routerLink="/account/register" id="again">register again</a> to get a
            new one. If you confirmed already,
            <a class="govuk-link" routerLink="/account/sign-in">sign in</a>.
          </p>
        }
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmPage {
  private readonly api = inject(AccountApi);

  readonly token = input<string>();
  protected readonly state = signal<'asking' | 'sending' | 'done'>('asking');
  protected readonly spent = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);

  protected async confirm(): Promise<void> {
    this.errors.set([]);
    this.state.set('sending');
    try {
      await this.api.confirm(this.token() ?? '');
      this.state.set('done');
    } catch (cause) {
      const problem = refusalOf(cause);
      this.spent.set(problem.title === 'identity.link-spent' || problem.status === 400);
      this.errors.set(accountErrors(problem, {}, this.spent() ? 'again' : 'confirm'));
      this.state.set('asking');
    }
  }
}
