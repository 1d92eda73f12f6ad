import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/index.js';
import { IdentityLimits } from '../identity-limits.js';
import { SecondFactorRequired, WrongCode } from '../identity.errors.js';
import { IdentityMails } from '../mails/identity-mails.js';
import { hashRecoveryCode, readRecoveryCode } from './recovery-codes.js';
import { SecondFactorsRepository } from './second-factors.repository.js';
import { matchingStep } from './totp.js';

/** Asks for the second factor where one is set up. */
@Injectable()
export class SecondFactorCheck {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly limits: IdentityLimits,
    private readonly clock: Clock,
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

    await this.limits.code(personId);
    const right =
      (await this.isFreshCode(personId, secret, code)) || (await this.isRecoveryCode(personId, code));
    if (!right) throw new WrongCode();
    await this.limits.codeWasRight(personId);
    return true;
  }

  private async isFreshCode(personId: string, secret: Uint8Array, code: string): Promise<boolean> {
    const step = matchingStep(secret, code.replace(/\s/g, ''), await this.clock.now());
    return step !== null && (await this.factors.useStep(personId, step));
  }

  private async isRecoveryCode(personId: string, typed: string): Promise<boolean> {
    const signs = readRecoveryCode(typed);
    if (!signs || !(await this.factors.useRecoveryCode(personId, hashRecoveryCode(signs, personId))))
      return false;
    await this.mails.send('recovery-code-used', personId);
    return true;
  }
}
