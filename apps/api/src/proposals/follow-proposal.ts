import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { ContributionsRepository } from './contributions.repository.js';
import { ProposalActs } from './proposal-acts.js';

/** Somebody wants, or no longer wants, to hear what becomes of a proposal. */
@Injectable()
export class FollowProposal {
  constructor(
    private readonly acts: ProposalActs,
    private readonly contributions: ContributionsRepository,
  ) {}

  /** @throws ProposalUnknown */
  async execute(user: CurrentUser, number: number, follows: boolean): Promise<void> {
    await this.acts.readable(number, user);
    if (follows) await this.contributions.follow(number, user.id);
    else await this.contributions.unfollow(number, user.id);
  }
}
