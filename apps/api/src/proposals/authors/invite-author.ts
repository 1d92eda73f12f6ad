import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { type Allowance, RateLimits } from '../../platform/limits/index.js';
import { ProposalActs } from '../proposal-acts.js';
import { BEFORE_PAPER } from '../proposal-states.js';
import { ProposalCannotBeShared } from '../proposals.errors.js';
import { AuthorsRepository } from './authors.repository.js';

const INVITING: Allowance = { name: 'author-invitation', points: 20, seconds: 3600 };
const DAYS = 14;

/**
 * An author makes a link that lets one person write along. Who gets the link is the author's affair: no address of
 * anybody is asked for, stored or searched.
 */
@Injectable()
export class InviteAuthor {
  constructor(
    private readonly acts: ProposalActs,
    private readonly limits: RateLimits,
    private readonly authors: AuthorsRepository,
  ) {}

  /** @throws ProposalUnknown | ProposalNotYours | ProposalCannotBeShared | TooManyTries */
  async execute(user: CurrentUser, number: number): Promise<{ token: string; expiresAt: Date }> {
    await this.acts.ofAuthor(number, user);
    await this.limits.take(INVITING, user.id);
    return this.acts.holdAlone(number, async ({ state }, manager) => {
      if (!BEFORE_PAPER.has(state)) throw new ProposalCannotBeShared(state);
      const token = randomBytes(32).toString('base64url');
      return { token, expiresAt: await this.authors.invite(number, user.id, { token, days: DAYS }, manager) };
    });
  }
}
