import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ContributionsRepository } from '../contributions.repository.js';
import { ProposalActs } from '../proposal-acts.js';
import { BEFORE_PAPER } from '../proposal-states.js';
import { AlreadyAuthor, InvitationSpent, ProposalCannotBeShared } from '../proposals.errors.js';
import { ProposalsRepository } from '../proposals.repository.js';
import { AuthorsRepository } from './authors.repository.js';

/** Somebody follows the link they were given and writes along from then on. */
@Injectable()
export class JoinAuthors {
  constructor(
    private readonly acts: ProposalActs,
    private readonly proposals: ProposalsRepository,
    private readonly authors: AuthorsRepository,
    private readonly contributions: ContributionsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the number of the proposal @throws InvitationSpent | AlreadyAuthor | ProposalCannotBeShared */
  async execute(user: CurrentUser, token: string): Promise<number> {
    const number = (await this.authors.invitation(token))?.proposalNumber;
    if (number === undefined) throw new InvitationSpent();
    return this.acts.holdAlone(number, async ({ state }, manager) => {
      // Read again under the lock: of two who use a link at the same moment one comes too late.
      if ((await this.authors.invitation(token, manager))?.spent !== false) throw new InvitationSpent();
      if (!BEFORE_PAPER.has(state)) throw new ProposalCannotBeShared(state);
      if (!(await this.authors.add(number, user.id, manager))) throw new AlreadyAuthor();

      await this.contributions.withdrawSupport(number, user.id, manager);
      await this.authors.spend(token, manager);
      const told = { what: 'A co-author joined', by: 'The proposer', actorId: user.id };
      await this.proposals.tell(number, told, manager);
      await this.audit.append(
        { what: 'proposal.author-joined', actorId: user.id, subject: `proposal:${number}` },
        manager,
      );
      return number;
    });
  }
}
