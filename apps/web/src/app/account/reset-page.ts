import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, ErrorSummary, type FieldError, Panel } from '@commonthread/govuk';
import { errorFor, refusalOf } from '../shell/refusal.js';
import { AccountApi } from './account-api.js';
import { PasswordField } from './password-field.js';
import { NeedsScript } from '../shell/needs-script.js';
import { accountErrors } from './refusals.js';

/** Where the link of the mail leads, to choose a new password. */
@Component({
  selector: 'ct-reset-page',
  imports: [Button, ErrorSummary, NeedsScript, Panel, PasswordField, RouterLink],
  template: `
    <div class="ct-text">
      @if (done()) {
        <ct-panel heading="Your password is changed" i18n-heading />
        <p class="govuk-body" i18n>
          Every device was signed out. Sign in with the new password. If you use codes, they stay as they are.
        </p>
        <a ctButton role="button" draggable="false" routerLink="/account/sign-in" i18n>Sign in</a>
      } @else {
        @if (errors().length > 0) {
          <ct-error-summary [errors]="errors()" />
        }
        <h1 class="govuk-heading-l" i18n>Choose a new password</h1>
        @if (!token() || spent()) {
          <p class="govuk-body" i18n>
            The link in the message is needed here, and it is good for one use within an hour.
            <a class="govuk-link" routerLink="/account/forgot" id="again">Ask for a new link</a>.
          </p>
        } @else {
          <form method="post" novalidate (submit)="change($event)">
            <ct-needs-script />
            <ct-password-field
              fieldId="password"
              label="New password"
              i18n-label
              hint="At least 10 characters. Three random words are good and easy to remember."
              i18n-hint
              [isNew]="true"
              [error]="errorFor('password')"
              [(value)]="password"
            />
            <button ctButton type="submit" [busy]="sending()" i18n>Change my password</button>
          </form>
        }
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResetPage {
  private readonly api = inject(AccountApi);

  readonly token = input<string>();
  protected readonly password = signal('');
  protected readonly sending = signal(false);
  protected readonly done = signal(false);
  protected readonly spent = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly errorFor = (field: string) => errorFor(this.errors(), field);

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.set([]);
    if (!this.password()) {
      return this.errors.set([{ fieldId: 'password', message: $localize`Enter a new password` }]);
    }
    this.sending.set(true);
    try {
      await this.api.reset(this.token() ?? '', this.password());
      this.done.set(true);
    } catch (cause) {
      const problem = refusalOf(cause);
      this.spent.set(problem.title === 'identity.link-spent');
      this.errors.set(accountErrors(problem, { password: 'password' }, this.spent() ? 'again' : 'password'));
    } finally {
      this.sending.set(false);
    }
  }
}
