import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, ErrorSummary, type FieldError, WarningText } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { errorFor, refusalOf } from '../shell/refusal.js';
import { Session } from '../shell/session/session.js';
import { AccountApi } from './account-api.js';
import { RecoveryCodes } from './recovery-codes.js';
import { accountErrors } from './refusals.js';

/** Joins an authenticator app to the account: a picture to scan, a code to prove it, then the recovery codes. */
@Component({
  selector: 'ct-second-factor-set-up',
  imports: [Button, ErrorSummary, RecoveryCodes, TextInput, WarningText],
  templateUrl: './second-factor-set-up.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecondFactorSetUp {
  private readonly api = inject(AccountApi);
  private readonly session = inject(Session);

  readonly state = input.required<Api<'MeDto'>['secondFactor']>();

  protected readonly started = signal<Api<'SecondFactorStartDto'> | null>(null);
  protected readonly recoveryCodes = signal<readonly string[]>([]);
  protected readonly code = signal('');
  protected readonly sending = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly errorFor = (field: string) => errorFor(this.errors(), field);
  protected readonly picture = computed(
    () => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(this.started()?.qrSvg ?? '')}`,
  );
  /** In fours, as people read it out. */
  protected readonly secret = computed(() => this.started()?.secret.replace(/(.{4})(?=.)/g, '$1 ') ?? '');

  protected async start(): Promise<void> {
    await this.attempt('start-factor', async () => this.started.set(await this.api.startSecondFactor()));
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    await this.attempt('factor-code', async () => {
      const { codes, session } = await this.api.confirmSecondFactor(this.code().replace(/\s/g, ''));
      this.recoveryCodes.set(codes);
      this.started.set(null);
      this.code.set('');
      this.session.take(session);
    });
  }

  private async attempt(fieldId: string, what: () => Promise<void>): Promise<void> {
    this.errors.set([]);
    this.sending.set(true);
    try {
      await what();
    } catch (cause) {
      this.errors.set(accountErrors(refusalOf(cause), { code: 'factor-code' }, fieldId));
    } finally {
      this.sending.set(false);
    }
  }
}
