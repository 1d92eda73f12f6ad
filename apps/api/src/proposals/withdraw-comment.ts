import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { ContributionsRepository } from './contributions.repository.js';
import { ProposalActs } from './proposal-acts.js';
import { CommentNotYours, CommentUnknown } from './proposals.errors.js';

/** The author takes their words back. The place of the comment stays, so that answers to it keep their sense. */
@Injectable()
export class WithdrawComment {
  constructor(
    private readonly acts: ProposalActs,
    private readonly contributions: ContributionsRepository,
  ) {}

  /** Withdrawing twice changes nothing. @throws ProposalUnknown | CommentUnknown | CommentNotYours */
  async execute(user: CurrentUser, number: number, commentId: string): Promise<void> {
    await this.acts.holdAlone(number, async (_, manager) => {
      const comment = await this.contributions.lockedComment(number, commentId, manager);
      if (!comment) throw new CommentUnknown();
      if (comment.authorId !== user.id) throw new CommentNotYours();
      if (comment.text !== null) await this.contributions.withdrawComment(comment, manager);
    });
  }
}
