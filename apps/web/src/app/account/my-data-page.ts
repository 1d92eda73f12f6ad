import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { refusalOf } from '../shell/refusal.js';
import { saveFile } from '../shell/save-file.js';
import { Session } from '../shell/session/session.js';
import { Waiting } from '../shell/waiting.js';
import { AccountApi } from './account-api.js';
import { HeldRecords } from './held-records.js';
import { ProofFields } from './proof-fields.js';
import { accountErrors } from './refusals.js';

/** What the council holds of the reader, for how long, and a file with all of it. */
@Component({
  selector: 'ct-my-data-page',
  imports: [Breadcrumbs, Button, ErrorSummary, HeldRecords, ProofFields, RouterLink, Waiting],
  template: `
    <ct-breadcrumbs [crumbs]="crumbs" />
    <div class="ct-text">
      @if (errors().length > 0) {
        <ct-error-summary [errors]="errors()" />
      }
      <h1 class="govuk-heading-l" i18n>Your data</h1>
      <p class="govuk-body-l" i18n>
        Everything we hold about you. How you voted is not among it: votes cannot be linked to you, not even
        by us.
      </p>
      @if (held.hasValue()) {
        <ct-held-records [records]="held.value()" />
      } @else {
        <ct-waiting [resource]="held" what="what we hold about you" i18n-what />
      }

      <h2 class="govuk-heading-m" i18n>Download it</h2>
      <p class="govuk-body" i18n>
        One file that you can read and a program can read too (JSON). It is made for you now and kept nowhere
        here, so there is no link that somebody else could open.
      </p>
      <form method="post" novalidate (submit)="download($event)">
        <ct-proof-fields
          [needsCode]="needsCode()"
          [errors]="errors()"
          [(password)]="password"
          [(code)]="code"
        />
        <button ctButton type="submit" [busy]="making()" i18n>Download my data</button>
      </form>
      <p class="govuk-body" role="status">
        @if (made()) {
          <ng-container i18n>Your file is ready: look among your downloads.</ng-container>
        }
      </p>

      <h2 class="govuk-heading-m" i18n>Delete it</h2>
      <p class="govuk-body">
        <a class="govuk-link" routerLink="/account/leave" i18n>See what would go and what would stay</a>
      </p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyDataPage {
  private readonly api = inject(AccountApi);
  private readonly session = inject(Session);

  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Your account`, link: '/account' },
  ];
  protected readonly held = this.api.heldOfMe();
  protected readonly needsCode = computed(() => this.session.me()?.secondFactor === 'on');
  protected readonly password = signal('');
  protected readonly code = signal('');
  protected readonly making = signal(false);
  protected readonly made = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);

  protected async download(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.set([]);
    this.made.set(false);
    this.making.set(true);
    try {
      const file = await this.api.downloadMyData(proofOf(this.password(), this.code()));
      saveFile('common-thread-my-data.json', `${JSON.stringify(file, null, 2)}\n`, 'application/json');
      this.password.set('');
      this.code.set('');
      this.made.set(true);
    } catch (cause) {
      this.errors.set(proofErrors(cause));
    } finally {
      this.making.set(false);
    }
  }
}

export function proofOf(password: string, code: string): { password: string; code?: string } {
  const bare = code.replace(/\s/g, '');
  return { password, ...(bare ? { code: bare } : {}) };
}

/** A fault of the code leads to the code, every other to the password. */
export function proofErrors(cause: unknown): FieldError[] {
  const problem = refusalOf(cause);
  const atCode =
    problem.title === 'identity.wrong-code' || problem.title === 'identity.second-factor-required';
  return accountErrors(problem, { password: 'password', code: 'code' }, atCode ? 'code' : 'password');
}
