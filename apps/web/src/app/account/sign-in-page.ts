import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs, Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { onSiteUrl } from '../shell/on-site-url.js';
import { errorFor, refusalOf } from '../shell/refusal.js';
import { Session } from '../shell/session/session.js';
import { DemoNote } from './demo-note.js';
import { PasswordField } from './password-field.js';
import { NeedsScript } from '../shell/needs-script.js';
import { accountErrors } from './refusals.js';

/** Address and password first; the code of the second factor only once the API asks for it. */
@Component({
  selector: 'ct-sign-in-page',
  imports: [Breadcrumbs, Button, DemoNote, ErrorSummary, NeedsScript, PasswordField, RouterLink, TextInput],
  templateUrl: './sign-in-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** Where to go afterwards; only ever a page of this site. */
  readonly returnTo = input<string | undefined>(undefined, { alias: 'return' });

  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
  protected readonly me = this.session.me;
  protected readonly target = computed(() => {
    const url = onSiteUrl(this.returnTo());
    return url.startsWith('/account/') || url.startsWith('/sign-in') ? '/' : url;
  });
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly code = signal('');
  protected readonly step = signal<'password' | 'code'>('password');
  protected readonly sending = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly errorFor = (field: string) => errorFor(this.errors(), field);

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.set([]);
    const missing = this.missing();
    if (missing.length > 0) return this.errors.set(missing);
    this.sending.set(true);
    try {
      const code = this.code().replace(/\s/g, '');
      await this.session.signIn({
        email: this.email().trim(),
        password: this.password(),
        ...(this.step() === 'code' ? { code } : {}),
      });
      await this.router.navigateByUrl(this.target());
    } catch (cause) {
      this.refused(cause);
    } finally {
      this.sending.set(false);
    }
  }

  protected startAgain(): void {
    this.code.set('');
    this.errors.set([]);
    this.step.set('password');
  }

  private refused(cause: unknown): void {
    const problem = refusalOf(cause);
    if (problem.title === 'identity.second-factor-required') return this.step.set('code');
    const atCode = this.step() === 'code';
    if (atCode) this.code.set('');
    this.errors.set(
      accountErrors(
        problem,
        { email: 'email', password: 'password', code: 'code' },
        atCode ? 'code' : 'email',
      ),
    );
  }

  private missing(): FieldError[] {
    const asked =
      this.step() === 'code'
        ? [{ fieldId: 'code', value: this.code(), message: $localize`Enter the code` }]
        : [
            { fieldId: 'email', value: this.email(), message: $localize`Enter your e-mail address` },
            { fieldId: 'password', value: this.password(), message: $localize`Enter your password` },
          ];
    return asked.filter(({ value }) => value.trim() === '');
  }
}
