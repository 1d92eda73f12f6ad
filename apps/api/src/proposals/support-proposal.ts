import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { AuthorsRepository } from './authors/authors.repository.js';
import { ContributionsRepository } from './contributions.repository.js';
import { ProposalActs } from './proposal-acts.js';
import { SUPPORTABLE } from './proposal-states.js';
import { NotOpenForSupport, OwnProposal } from './proposals.errors.js';

/** A resident says, or no longer says, that they support a proposal. Saying it twice is saying it once. */
@Injectable()
export class SupportProposal {
  constructor(
    private readonly acts: ProposalActs,
    private readonly authors: AuthorsRepository,
    private readonly contributions: ContributionsRepository,
  ) {}

  /** @throws ProposalUnknown | OwnProposal | NotOpenForSupport */
  async execute(user: CurrentUser, number: number, supports: boolean): Promise<void> {
    await this.acts.readable(number, user);
    await this.acts.holdAlone(number, async (proposal, manager) => {
      if (await this.authors.isAuthor(number, user.id, manager)) throw new OwnProposal();
      if (!SUPPORTABLE.has(proposal.state)) throw new NotOpenForSupport(proposal.state);
      if (supports) await this.contributions.support(number, user.id, manager);
      else await this.contributions.withdrawSupport(number, user.id, manager);
    });
  }
}
