import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/index.js';
import { IdentityLimits } from '../identity-limits.js';
import { matchingStep } from './totp.js';

/** Reads codes by the database's clock, and lets nobody guess at them for long. */
@Injectable()
export class CodeCheck {
  constructor(
    private readonly clock: Clock,
    private readonly limits: IdentityLimits,
  ) {}

  /** Takes one try. @returns the step whose code it is, or `null` @throws TooManySignInTries */
  async stepOf(personId: string, secret: Uint8Array, code: string): Promise<number | null> {
    await this.limits.code(personId);
    return matchingStep(secret, code.replace(/\s/g, ''), await this.clock.now());
  }

  /** Gives the tries back. */
  async wasRight(personId: string): Promise<void> {
    await this.limits.codeWasRight(personId);
  }
}
