import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { type Allowance, RateLimits } from '../../platform/limits/index.js';
import { Challenges, type Work } from './challenges.js';

/** From one connection, which a library shares. */
const PER_SOURCE: Allowance = { name: 'report-source', points: 20, seconds: 3600 };
/** Without an account and without work, as browsers without JavaScript send it. */
const BARE: Allowance = { name: 'report-bare', points: 3, seconds: 3600 };
/** The same from everywhere together: many connections flood nothing either. */
const ALL_BARE: Allowance = { name: 'report-bare-all', points: 60, seconds: 3600 };

/** How many reports are taken from whom. */
@Injectable()
export class ReportDoor {
  constructor(
    private readonly limits: RateLimits,
    private readonly challenges: Challenges,
  ) {}

  /**
   * @param source digest of the connection, for its allowance alone
   * @throws WorkNotDone | WorkExpired | WorkUsed | TooManyTries
   */
  async pass(user: CurrentUser | undefined, source: string, work: Work | undefined): Promise<void> {
    if (work) await this.challenges.accept(work);
    else if (!user) {
      await this.limits.take(BARE, source);
      await this.limits.take(ALL_BARE, 'everybody');
    }
    await this.limits.take(PER_SOURCE, source);
    await this.challenges.note();
  }
}
