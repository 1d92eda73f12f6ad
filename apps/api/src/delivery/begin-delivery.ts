import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { FundedProposals } from '../proposals/index.js';
import { DeliveryActs } from './delivery-acts.js';
import type { Delivery } from './delivery.js';
import { DeliveryRepository } from './delivery.repository.js';

type Owner = Pick<Delivery, 'ownerBody' | 'contactOffice'>;

/** Names who sees a funded proposal built, which begins its delivery, or names somebody else later. */
@Injectable()
export class BeginDelivery {
  constructor(
    private readonly database: DataSource,
    private readonly acts: DeliveryActs,
    private readonly proposals: FundedProposals,
    private readonly deliveries: DeliveryRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | ProposalCannotMove | DeliveryOver */
  async execute(user: CurrentUser, number: number, owner: Owner): Promise<void> {
    const { state, costPence } = await this.acts.allowed(user, number);
    if (state !== 'funded') return this.changeOwner(user, number, owner);
    await this.database.transaction(async (manager) => {
      const told = {
        what: `${owner.ownerBody} took on the delivery`,
        by: 'An officer',
        actorId: user.id,
      };
      await this.proposals.move(number, 'in-delivery', told, manager);
      await this.deliveries.begin({ number, ...owner, budgetPence: costPence }, manager);
      const subject = `proposal:${number}`;
      await this.audit.append({ what: 'delivery.begun', actorId: user.id, subject }, manager);
    });
  }

  private async changeOwner(user: CurrentUser, number: number, owner: Owner): Promise<void> {
    await this.acts.hold(user, number, async ({ manager, note }) => {
      await this.deliveries.nameOwner(number, owner, manager);
      await note('delivery.owner-named');
    });
  }
}
