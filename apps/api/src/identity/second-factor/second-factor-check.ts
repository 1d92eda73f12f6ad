import { Injectable } from '@nestjs/common';

import { SecondFactorRequired, WrongCode } from '../identity.errors.js';
import { IdentityMails } from '../mails/identity-mails.js';
import { CodeCheck } from './code-check.js';
import { hashRecoveryCode, readRecoveryCode } from './recovery-codes.js';
import { SecondFactorsRepository } from './second-factors.repository.js';

/** Asks for the second factor where one is set up. */
@Injectable()
export class SecondFactorCheck {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly codes: CodeCheck,
    private readonly mails: IdentityMails,
  ) {}

  /**
   * @returns whether a second factor was given; `false` when none is set up
   * @throws SecondFactorRequired | WrongCode | TooManySignInTries
   */
  async pass(personId: string, code: string | undefined): Promise<boolean> {
    const { secret } = await this.factors.of(personId);
    if (!secret) return false;
    if (!code) throw new SecondFactorRequired();

    const step = await this.codes.stepOf(personId, secret, code);
    const right =
      step === null ? await this.useRecoveryCode(personId, code) : await this.factors.useStep(personId, step);
    if (!right) throw new WrongCode();
    await this.codes.wasRight(personId);
    return true;
  }

  private async useRecoveryCode(personId: string, typed: string): Promise<boolean> {
    const signs = readRecoveryCode(typed);
    if (!signs) return false;
    const used = await this.factors.useRecoveryCode(personId, hashRecoveryCode(signs, personId));
    if (used) await this.mails.send('recovery-code-used', personId);
    return used;
  }
}
