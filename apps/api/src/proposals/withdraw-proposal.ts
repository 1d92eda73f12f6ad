import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { ProposalActs } from './proposal-acts.js';
import { canMove } from './proposal-states.js';
import { ProposalCannotMove } from './proposals.errors.js';
import { ProposalsRepository } from './proposals.repository.js';

/** The author takes a proposal back, at any time before it is on a ballot paper. */
@Injectable()
export class WithdrawProposal {
  constructor(
    private readonly acts: ProposalActs,
    private readonly proposals: ProposalsRepository,
  ) {}

  /** @throws ProposalUnknown | ProposalNotYours | ProposalCannotMove */
  async execute(user: CurrentUser, number: number, reason: string): Promise<void> {
    await this.acts.ofAuthor(number, user);
    await this.acts.hold(number, async ({ proposal, manager }) => {
      if (!canMove('author', proposal.state, 'withdrawn')) {
        throw new ProposalCannotMove(proposal.state, 'withdrawn');
      }
      await this.proposals.move(number, 'withdrawn', manager);
      const told = { what: 'Withdrawn', reason, by: 'The proposer', actorId: user.id };
      await this.proposals.tell(number, told, manager);
    });
  }
}
