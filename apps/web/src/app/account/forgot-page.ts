import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Breadcrumbs, Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { errorFor, refusalOf } from '../shell/refusal.js';
import { AccountApi } from './account-api.js';
import { NeedsScript } from '../shell/needs-script.js';
import { accountErrors } from './refusals.js';

@Component({
  selector: 'ct-forgot-page',
  imports: [Breadcrumbs, Button, ErrorSummary, NeedsScript, TextInput],
  template: `
    <ct-breadcrumbs [crumbs]="crumbs" />
    <div class="ct-text">
      @if (errors().length > 0) {
        <ct-error-summary [errors]="errors()" />
      }
      <h1 class="govuk-heading-l" i18n>Ask for a new password</h1>
      <p class="govuk-body" i18n>
        Enter the address of your account. We send a link there with which you choose a new password. The old
        one stays good until then.
      </p>
      <form method="post" novalidate (submit)="ask($event)">
        <ct-needs-script />
        <ct-text-input
          fieldId="email"
          label="E-mail address"
          i18n-label
          type="email"
          autocomplete="username"
          [spellcheck]="false"
          [error]="errorFor('email')"
          [(value)]="email"
        />
        <button ctButton type="submit" [busy]="sending()" i18n>Send me a link</button>
      </form>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForgotPage {
  private readonly api = inject(AccountApi);
  private readonly router = inject(Router);

  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Sign in`, link: '/account/sign-in' },
  ];
  protected readonly email = signal('');
  protected readonly sending = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly errorFor = (field: string) => errorFor(this.errors(), field);

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.set([]);
    if (!this.email().trim()) {
      return this.errors.set([{ fieldId: 'email', message: $localize`Enter your e-mail address` }]);
    }
    this.sending.set(true);
    try {
      await this.api.askForReset(this.email().trim());
      await this.router.navigateByUrl('/account/check-your-mail?for=reset');
    } catch (cause) {
      this.errors.set(accountErrors(refusalOf(cause), { email: 'email' }, 'email'));
    } finally {
      this.sending.set(false);
    }
  }
}
