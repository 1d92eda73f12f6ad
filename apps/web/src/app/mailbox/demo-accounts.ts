import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { ErrorMessage } from '@commonthread/govuk';
import { CopyButton } from '@commonthread/govuk/forms';
import { refusalOf } from '../shell/refusal.js';
import { Session } from '../shell/session/session.js';
import { Waiting } from '../shell/waiting.js';
import { MailboxApi } from './mailbox-api.js';

/** One account for each role, with its password, and a short way in. */
@Component({
  selector: 'ct-demo-accounts',
  imports: [CopyButton, ErrorMessage, Waiting],
  templateUrl: './demo-accounts.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DemoAccounts {
  private readonly api = inject(MailboxApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly accounts = this.api.accounts();
  protected readonly entering = signal<string | null>(null);
  protected readonly refusal = signal<string | null>(null);

  /** Signs in as a visitor would with password and code. */
  protected async enter({ email, password }: Api<'DemoAccountDto'>): Promise<void> {
    if (this.entering()) return;
    this.refusal.set(null);
    this.entering.set(email);
    try {
      const code = await this.api.codeOf(email);
      if (this.session.me()) await this.session.signOut();
      await this.session.signIn({ email, password, ...(code ? { code } : {}) });
      await this.router.navigateByUrl(this.session.holds('officer', 'administrator') ? '/office' : '/');
    } catch (cause) {
      this.refusal.set(refusalOf(cause).detail);
    } finally {
      this.entering.set(null);
    }
  }
}
