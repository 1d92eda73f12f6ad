import { Injectable } from '@nestjs/common';

import { AttachmentsQueries } from '../attachments/index.js';
import type { CurrentUser } from '../identity/index.js';
import { Outbox } from '../platform/events/index.js';
import { AuthorRules } from './author-rules.js';
import { mustBeComplete } from './completeness.js';
import { ProposalActs } from './proposal-acts.js';
import { canMove } from './proposal-states.js';
import { ProposalCannotMove } from './proposals.errors.js';
import { POST_WAITS } from './proposals.events.js';
import { ProposalsRepository } from './proposals.repository.js';
import { mustTake } from './round-takes.js';

/** Makes a draft public, or hands in the changes that were asked for. */
@Injectable()
export class SubmitProposal {
  constructor(
    private readonly acts: ProposalActs,
    private readonly proposals: ProposalsRepository,
    private readonly rules: AuthorRules,
    private readonly attachments: AttachmentsQueries,
    private readonly outbox: Outbox,
  ) {}

  /** @throws ProposalUnknown | ProposalNotYours | ProposalCannotMove | RoundNotTakingIdeas | ProposalIncomplete */
  async execute(user: CurrentUser, number: number): Promise<void> {
    const { title, summary, body } = await this.acts.ofAuthor(number, user);
    const pictures = await this.attachments.ofOwner(user, { kind: 'proposal', id: String(number) });
    const alt = pictures.map((one) => one.alt).join('\n');
    const { waits } = await this.rules.check(user.id, { title, summary, body, alt });
    await this.acts.hold(number, async ({ proposal, round, manager }) => {
      if (!canMove('author', proposal.state, 'submitted')) {
        throw new ProposalCannotMove(proposal.state, 'submitted');
      }
      mustTake(round, proposal);
      mustBeComplete(proposal);
      await this.proposals.move(number, 'submitted', manager);
      if (waits) {
        await this.proposals.letWait(number, manager);
        await this.outbox.append(POST_WAITS, { proposalNumber: number, commentId: null }, manager);
      }
      const what = proposal.state === 'draft' ? 'Submitted' : 'Submitted again with changes';
      await this.proposals.tell(number, { what, by: 'The proposer', actorId: user.id }, manager);
    });
  }
}
