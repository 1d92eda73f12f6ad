import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AuditLog } from '../../platform/audit/index.js';
import { SecondFactorNotStarted, WrongCode } from '../identity.errors.js';
import { IdentityMails } from '../mails/identity-mails.js';
import type { CurrentUser } from '../sessions/current-user.js';
import { type OpenSession, SessionsRepository } from '../sessions/sessions.repository.js';
import { CodeCheck } from './code-check.js';
import { hashRecoveryCode, newRecoveryCodes, readRecoveryCode } from './recovery-codes.js';
import { SecondFactorsRepository } from './second-factors.repository.js';

export interface ConfirmedSecondFactor {
  /** Shown once. */
  readonly codes: string[];
  readonly session: OpenSession;
}

/** Puts a new secret to use once its first code is right. Every session ends; a new one goes on with the second factor. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly database: DataSource,
    private readonly codeCheck: CodeCheck,
    private readonly factors: SecondFactorsRepository,
    private readonly sessions: SessionsRepository,
    private readonly audit: AuditLog,
    private readonly mails: IdentityMails,
  ) {}

  /** @throws SecondFactorNotStarted | WrongCode | TooManySignInTries */
  async execute(user: CurrentUser, code: string): Promise<ConfirmedSecondFactor> {
    const { pending } = await this.factors.of(user.id);
    if (!pending) throw new SecondFactorNotStarted();
    const step = await this.codeCheck.stepOf(user.id, pending, code);
    if (step === null) throw new WrongCode();

    const codes = newRecoveryCodes();
    const hashes = codes.map((made) => hashRecoveryCode(readRecoveryCode(made) ?? made, user.id));
    const session = await this.database.transaction(async (manager) => {
      await this.factors.turnOn(user.id, pending, step, manager);
      await this.factors.replaceRecoveryCodes(user.id, hashes, manager);
      await this.sessions.endAll(user.id, 'second-factor-changed', manager);
      await this.audit.append(
        { what: 'second-factor.turned-on', actorId: user.id, subject: `person:${user.id}` },
        manager,
      );
      return this.sessions.begin(user.id, true, null, manager);
    });
    await this.codeCheck.wasRight(user.id);
    await this.mails.send('second-factor-on', user.id);
    return { codes, session };
  }
}
