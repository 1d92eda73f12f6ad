import { DomainError } from '@commonthread/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type AttachmentOwner, AttachmentOwners } from '../attachments/index.js';
import type { CurrentUser } from '../identity/index.js';
import { ProposalActs } from './proposal-acts.js';
import { ProposalNumber } from './proposal-number.pipe.js';
import { EDITABLE } from './proposal-states.js';
import { ProposalNotEditable } from './proposals.errors.js';
import { mustTake } from './round-takes.js';

/** Pictures and documents of a proposal: its author's to change while its words are, and as public as its words are. */
@Injectable()
export class ProposalAttachments implements AttachmentOwner, OnModuleInit {
  readonly kind = 'proposal';
  readonly most = 5;
  readonly takes = ['image', 'pdf'] as const;
  private readonly number = new ProposalNumber();

  constructor(
    private readonly owners: AttachmentOwners,
    private readonly acts: ProposalActs,
  ) {}

  onModuleInit(): void {
    this.owners.register(this);
  }

  async isReadable(id: string, reader: CurrentUser | undefined): Promise<boolean> {
    try {
      const proposal = await this.acts.readable(this.number.transform(id), reader);
      return proposal.shown !== 'hidden' || (await this.acts.isAuthor(proposal, reader));
    } catch (refusal) {
      if (refusal instanceof DomainError) return false;
      throw refusal;
    }
  }

  /** @throws ProposalUnknown | ProposalNotYours | ProposalNotEditable | RoundNotTakingIdeas */
  async change(
    id: string,
    user: CurrentUser,
    work: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const number = this.number.transform(id);
    await this.acts.ofAuthor(number, user);
    await this.acts.hold(number, async ({ proposal, round, manager }) => {
      if (!EDITABLE.has(proposal.state)) throw new ProposalNotEditable(proposal.state);
      mustTake(round, proposal);
      await work(manager);
    });
  }
}
