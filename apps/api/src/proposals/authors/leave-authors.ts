import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ProposalActs } from '../proposal-acts.js';
import { LastAuthor, ProposalNotYours } from '../proposals.errors.js';
import { ProposalsRepository } from '../proposals.repository.js';
import { AuthorsRepository } from './authors.repository.js';

/** An author no longer wants to be one. When it is the one who began it, the co-author of longest standing follows. */
@Injectable()
export class LeaveAuthors {
  constructor(
    private readonly acts: ProposalActs,
    private readonly proposals: ProposalsRepository,
    private readonly authors: AuthorsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws ProposalUnknown | ProposalNotYours | LastAuthor */
  async execute(user: CurrentUser, number: number): Promise<void> {
    await this.acts.ofAuthor(number, user);
    await this.acts.holdAlone(number, async (_, manager) => {
      const authors = await this.authors.of(number, manager);
      const me = authors.find(({ personId }) => personId === user.id);
      if (!me) throw new ProposalNotYours();
      const heir = authors.find(({ personId, gone }) => personId !== user.id && !gone);
      if (!heir) throw new LastAuthor();

      await this.authors.takeBackWish(number, user.id, manager);
      if (me.lead) await this.authors.promote(number, heir.personId, manager);
      else await this.authors.removeCoauthor(number, user.id, manager);
      const told = { what: 'An author left', by: 'The proposer', actorId: user.id };
      await this.proposals.tell(number, told, manager);
      await this.audit.append(
        { what: 'proposal.author-left', actorId: user.id, subject: `proposal:${number}` },
        manager,
      );
    });
  }
}
