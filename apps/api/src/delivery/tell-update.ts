import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { Outbox } from '../platform/events/index.js';
import { DeliveryActs } from './delivery-acts.js';
import { DELIVERY_TOLD } from './delivery.events.js';
import { DeliveryRepository } from './delivery.repository.js';

/** Tells everybody how a project is getting on; photos can be added afterwards. */
@Injectable()
export class TellUpdate {
  constructor(
    private readonly acts: DeliveryActs,
    private readonly deliveries: DeliveryRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws what `DeliveryActs.hold` throws @returns its id */
  execute(user: CurrentUser, number: number, words: string): Promise<string> {
    return this.acts.hold(user, number, async ({ manager, note }) => {
      const updateId = await this.deliveries.tell(number, words, manager);
      await this.deliveries.heard(number, manager);
      await this.outbox.append(DELIVERY_TOLD, { number, updateId }, manager);
      await note('delivery.told', { updateId });
      return updateId;
    });
  }
}
