import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { AuthorsRepository } from './authors/authors.repository.js';
import { ProposalActs } from './proposal-acts.js';
import { canMove } from './proposal-states.js';
import { ProposalCannotMove } from './proposals.errors.js';
import { ProposalsRepository } from './proposals.repository.js';

/**
 * The author takes a proposal back, at any time before it is on a ballot paper. What several wrote is taken back
 * when all of them want it who can still be asked; until then each may change their mind.
 */
@Injectable()
export class WithdrawProposal {
  constructor(
    private readonly acts: ProposalActs,
    private readonly authors: AuthorsRepository,
    private readonly proposals: ProposalsRepository,
  ) {}

  /** @throws ProposalUnknown | ProposalNotYours | ProposalCannotMove */
  async execute(user: CurrentUser, number: number, reason: string): Promise<void> {
    await this.acts.ofAuthor(number, user);
    await this.acts.hold(number, async ({ proposal, manager }) => {
      if (!canMove('author', proposal.state, 'withdrawn')) {
        throw new ProposalCannotMove(proposal.state, 'withdrawn');
      }
      const authors = await this.authors.of(number, manager);
      if (authors.length > 1) {
        await this.authors.wishToWithdraw(number, user.id, reason, manager);
        const wishes = await this.authors.wishes(number, manager);
        if (authors.some(({ personId, gone }) => !gone && !wishes.has(personId))) return;
      }
      await this.proposals.move(number, 'withdrawn', manager);
      const told = { what: 'Withdrawn', reason, by: 'The proposer', actorId: user.id };
      await this.proposals.tell(number, told, manager);
    });
  }

  /** One of several authors wants to keep it after all. @throws ProposalUnknown | ProposalNotYours */
  async takeBack(user: CurrentUser, number: number): Promise<void> {
    await this.acts.ofAuthor(number, user);
    await this.acts.holdAlone(number, (_, manager) => this.authors.takeBackWish(number, user.id, manager));
  }
}
