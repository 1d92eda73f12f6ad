import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { Outbox } from '../platform/events/index.js';
import { type Allowance, RateLimits } from '../platform/limits/index.js';
import { AuthorRules } from './author-rules.js';
import { type Comment, ContributionsRepository } from './contributions.repository.js';
import { ProposalActs } from './proposal-acts.js';
import { SET_ASIDE } from './proposal-states.js';
import { NotOpenForComments } from './proposals.errors.js';
import { POST_WAITS } from './proposals.events.js';

const COMMENTING: Allowance = { name: 'proposal-comment', points: 10, seconds: 600 };

@Injectable()
export class CommentOnProposal {
  constructor(
    private readonly acts: ProposalActs,
    private readonly limits: RateLimits,
    private readonly contributions: ContributionsRepository,
    private readonly rules: AuthorRules,
    private readonly outbox: Outbox,
  ) {}

  /** @throws ProposalUnknown | NotOpenForComments | ProposalFieldInvalid | TooManyTries */
  async execute(user: CurrentUser, number: number, text: string): Promise<Comment> {
    await this.acts.readable(number, user);
    await this.limits.take(COMMENTING, user.id);
    const { waits } = await this.rules.check(user.id, { text });
    return this.acts.holdAlone(number, async ({ state }, manager) => {
      if (state === 'draft' || SET_ASIDE.includes(state)) throw new NotOpenForComments(state);
      const comment = await this.contributions.comment(
        number,
        user.id,
        text,
        waits ? 'waiting' : 'yes',
        manager,
      );
      if (waits) {
        await this.outbox.append(POST_WAITS, { proposalNumber: number, commentId: comment.id }, manager);
      }
      return comment;
    });
  }
}
