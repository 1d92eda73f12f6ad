import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, ErrorSummary, type FieldError, Panel, WarningText } from '@commonthread/govuk';
import { Radios } from '@commonthread/govuk/forms';
import { errorFor } from '../shell/refusal.js';
import { Session } from '../shell/session/session.js';
import { Waiting } from '../shell/waiting.js';
import { AccountApi } from './account-api.js';
import { proofErrors, proofOf } from './my-data-page.js';
import { ProofFields } from './proof-fields.js';

/** Says what goes and what stays and why, and then deletes the account. */
@Component({
  selector: 'ct-leave-page',
  imports: [Breadcrumbs, Button, ErrorSummary, Panel, ProofFields, Radios, RouterLink, Waiting, WarningText],
  templateUrl: './leave-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeavePage {
  private readonly api = inject(AccountApi);
  private readonly session = inject(Session);

  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Your account`, link: '/account' },
  ];
  protected readonly choices = [
    { value: 'remove', label: $localize`Remove them; that there was a comment stays to be seen` },
    { value: 'keep', label: $localize`Let them stand, by “Former member”` },
  ];
  protected readonly held = this.api.heldOfMe();
  private readonly records = computed(() =>
    this.held.hasValue() ? this.held.value().filter(({ rows, name }) => rows > 0 || name === 'account') : [],
  );
  protected readonly goes = computed(() => this.records().filter(({ goes }) => goes !== null));
  protected readonly stays = computed(() => this.records().filter(({ stays }) => stays !== null));
  protected readonly needsCode = computed(() => this.session.me()?.secondFactor === 'on');
  protected readonly comments = signal<string | null>('remove');
  protected readonly password = signal('');
  protected readonly code = signal('');
  protected readonly leaving = signal(false);
  protected readonly gone = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);

  protected errorOf(fieldId: string): string | null {
    return errorFor(this.errors(), fieldId);
  }

  protected async leave(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.set([]);
    this.leaving.set(true);
    try {
      const proof = proofOf(this.password(), this.code());
      await this.api.leave({ ...proof, keepComments: this.comments() === 'keep' });
      this.gone.set(true);
      // The session is gone already; this forgets it here, whatever the API says.
      await this.session.signOut().catch(() => undefined);
    } catch (cause) {
      this.errors.set(proofErrors(cause));
    } finally {
      this.leaving.set(false);
    }
  }
}
