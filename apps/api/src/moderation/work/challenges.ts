import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';
import { isSolved, MOST_BITS } from '@commonthread/proof-of-work';

import { Clock } from '../../platform/clock/index.js';
import { type Config, CONFIG } from '../../platform/config/index.js';
import { type Allowance, RateLimits, TooManyTries } from '../../platform/limits/index.js';
import { bitsUnder } from './bits-under.js';
import { WorkExpired, WorkNotDone, WorkUsed } from './work.errors.js';

const LIFETIME_S = 1800;
const USED: Allowance = { name: 'report-work-used', points: 1, seconds: LIFETIME_S };
/** Counts all reports there are; nothing is ever refused by it. */
const PRESSURE: Allowance = { name: 'report-pressure', points: 1_000_000, seconds: 600 };
const EVERYBODY = 'everybody';

export interface Challenge {
  readonly challenge: string;
  /** How hard it is. */
  readonly bits: number;
  readonly expiresAt: Date;
}

export interface Work {
  readonly challenge: string;
  readonly counter: number;
}

/**
 * Sets sums in place of a CAPTCHA. A challenge is `expires.bits.nonce.mac`: what it says is signed, so nothing is
 * kept of those that were given out. One that was solved is remembered until it would have expired.
 */
@Injectable()
export class Challenges {
  private readonly key: Buffer;

  constructor(
    @Inject(CONFIG) { secretKey }: Config,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
  ) {
    this.key = createHmac('sha256', secretKey).update('report challenges').digest();
  }

  async set(): Promise<Challenge> {
    const bits = bitsUnder(await this.limits.used(PRESSURE, EVERYBODY));
    const expires = Math.floor((await this.clock.now()).getTime() / 1000) + LIFETIME_S;
    const said = `${expires}.${bits}.${randomBytes(16).toString('base64url')}`;
    return { challenge: `${said}.${this.sign(said)}`, bits, expiresAt: new Date(expires * 1000) };
  }

  /** @throws WorkNotDone | WorkExpired | WorkUsed */
  async accept({ challenge, counter }: Work): Promise<void> {
    const { expires, bits } = this.read(challenge);
    if (!isSolved(challenge, bits, counter)) throw new WorkNotDone();
    if (expires * 1000 <= (await this.clock.now()).getTime()) throw new WorkExpired();
    try {
      await this.limits.take(USED, challenge);
    } catch (refusal) {
      throw refusal instanceof TooManyTries ? new WorkUsed() : refusal;
    }
  }

  /** A report has come, whoever sent it. */
  note(): Promise<void> {
    return this.limits.take(PRESSURE, EVERYBODY);
  }

  /** @throws WorkNotDone for one that was not set here */
  private read(challenge: string): { expires: number; bits: number } {
    const [expires = '', bits = '', nonce = '', mac = ''] = challenge.split('.');
    const expected = Buffer.from(this.sign(`${expires}.${bits}.${nonce}`));
    const given = Buffer.from(mac);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new WorkNotDone();
    return { expires: Number(expires), bits: Math.min(Number(bits), MOST_BITS) };
  }

  private sign(said: string): string {
    return createHmac('sha256', this.key).update(said).digest('base64url');
  }
}
