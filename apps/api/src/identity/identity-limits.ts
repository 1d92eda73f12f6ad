import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { type Allowance, RateLimits, TooManyTries } from '../platform/limits/index.js';
import { TooManySignInTries } from './identity.errors.js';

const MINUTE = 60;

/**
 * How often somebody may try. Every allowance comes back by itself; none locks an account for good.
 *
 * A source is one network address, and a library's is shared: 200 people who register or sign in there within
 * ten minutes, with a mistyped password each, stay well below these numbers.
 */
const SIGN_IN_PER_SOURCE: Allowance = { name: 'sign-in-source', points: 600, seconds: 10 * MINUTE };
const SIGN_IN_PER_PAIR: Allowance = { name: 'sign-in-pair', points: 10, seconds: 10 * MINUTE };
const SIGN_IN_PER_ACCOUNT: Allowance = { name: 'sign-in-account', points: 100, seconds: 60 * MINUTE };
const CODE_PER_PERSON: Allowance = { name: 'code', points: 6, seconds: 15 * MINUTE };
const REGISTER_PER_SOURCE: Allowance = { name: 'register-source', points: 500, seconds: 10 * MINUTE };
const MAIL_PER_ADDRESS: Allowance = { name: 'identity-mail', points: 5, seconds: 60 * MINUTE };

/** Keys carry no address and no name. */
const keyOf = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url');

@Injectable()
export class IdentityLimits {
  constructor(private readonly limits: RateLimits) {}

  /**
   * @param knownSource the account has signed in from there before: strangers who try its password
   *   elsewhere do not lock its owner out
   * @throws TooManySignInTries
   */
  async signIn(email: string, source: string, knownSource: boolean): Promise<void> {
    await this.take(SIGN_IN_PER_SOURCE, keyOf(source));
    await this.take(SIGN_IN_PER_PAIR, keyOf(email, source));
    if (!knownSource) await this.take(SIGN_IN_PER_ACCOUNT, keyOf(email));
  }

  async signedIn(email: string, source: string): Promise<void> {
    await this.limits.forget(SIGN_IN_PER_PAIR, keyOf(email, source));
  }

  /** @throws TooManySignInTries */
  async code(personId: string): Promise<void> {
    await this.take(CODE_PER_PERSON, personId);
  }

  async codeWasRight(personId: string): Promise<void> {
    await this.limits.forget(CODE_PER_PERSON, personId);
  }

  /** For registering and for asking for a new password. @throws TooManySignInTries */
  async register(source: string): Promise<void> {
    await this.take(REGISTER_PER_SOURCE, keyOf(source));
  }

  /** Whether one more mail may go to this address. Silent: the answer must not tell who has an account. */
  async mayMail(email: string): Promise<boolean> {
    try {
      await this.limits.take(MAIL_PER_ADDRESS, keyOf(email));
      return true;
    } catch (refused) {
      if (refused instanceof TooManyTries) return false;
      throw refused;
    }
  }

  private async take(allowance: Allowance, key: string): Promise<void> {
    try {
      await this.limits.take(allowance, key);
    } catch (refused) {
      if (!(refused instanceof TooManyTries)) throw refused;
      throw new TooManySignInTries(Number(refused.params['retryAfterSeconds']));
    }
  }
}
