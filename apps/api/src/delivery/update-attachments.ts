import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type AttachmentOwner, AttachmentOwners } from '../attachments/index.js';
import type { CurrentUser } from '../identity/index.js';
import { ProposalUnknown } from '../proposals/index.js';
import { DeliveryActs } from './delivery-acts.js';
import { DeliveryRepository } from './delivery.repository.js';

export const UPDATE = 'delivery-update';
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Photos of what was told about a project: public as it is, and its officers' to change. */
@Injectable()
export class UpdateAttachments implements AttachmentOwner, OnModuleInit {
  readonly kind = UPDATE;
  readonly most = 5;
  readonly takes = ['image', 'pdf'] as const;

  constructor(
    private readonly owners: AttachmentOwners,
    private readonly acts: DeliveryActs,
    private readonly deliveries: DeliveryRepository,
  ) {}

  onModuleInit(): void {
    this.owners.register(this);
  }

  async isReadable(id: string): Promise<boolean> {
    return (await this.numberOf(id)) !== undefined;
  }

  /** @throws ProposalUnknown and what `DeliveryActs.hold` throws */
  async change(
    id: string,
    user: CurrentUser,
    work: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const number = await this.numberOf(id);
    if (number === undefined) throw new ProposalUnknown();
    await this.acts.hold(user, number, ({ manager }) => work(manager));
  }

  private async numberOf(id: string): Promise<number | undefined> {
    return ID.test(id) ? this.deliveries.numberOfUpdate(id) : undefined;
  }
}
