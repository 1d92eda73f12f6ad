import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { type FundedProposal, FundedProposals } from '../proposals/index.js';
import { Rounds } from '../rounds/index.js';
import { DeliveryFieldInvalid, DeliveryNotBegun, DeliveryOver } from './delivery.errors.js';
import { DeliveryRepository } from './delivery.repository.js';
import type { Delivery } from './delivery.js';

/** A delivery under way, held until the transaction ends. */
export interface Held {
  readonly delivery: Delivery;
  readonly proposal: FundedProposal;
  readonly manager: EntityManager;
  /** Writes what was done into the audit log, in the same transaction. */
  readonly note: (what: string, facts?: Readonly<Record<string, string | number | boolean>>) => Promise<void>;
}

/** What every act of an officer on a delivery begins with. */
@Injectable()
export class DeliveryActs {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly proposals: FundedProposals,
    private readonly rounds: Rounds,
    private readonly deliveries: DeliveryRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws ProposalUnknown | RoleMissing | SecondFactorNeeded */
  async allowed(user: CurrentUser, number: number): Promise<FundedProposal> {
    const proposal = await this.proposals.byNumber(number);
    const { placeId } = await this.rounds.byId(proposal.roundId);
    await this.authority.mustHold(user, 'officer', placeId);
    return proposal;
  }

  /** @throws what `allowed` throws | DeliveryNotBegun | DeliveryOver */
  async hold<Result>(
    user: CurrentUser,
    number: number,
    work: (held: Held) => Promise<Result>,
  ): Promise<Result> {
    const proposal = await this.allowed(user, number);
    return this.database.transaction(async (manager) => {
      const delivery = await this.deliveries.locked(number, manager);
      if (!delivery) throw new DeliveryNotBegun();
      if (delivery.end) throw new DeliveryOver();
      const note: Held['note'] = (what, facts = {}) =>
        this.audit.append({ what, actorId: user.id, subject: `proposal:${number}`, facts }, manager);
      return work({ delivery, proposal, manager, note });
    });
  }

  /** @throws DeliveryFieldInvalid for a day that has not come yet */
  async mustHaveCome(day: string, field: string): Promise<void> {
    if (day > (await this.deliveries.today()))
      throw new DeliveryFieldInvalid('delivery.day-to-come', field, 'This day has not come yet.');
  }
}
