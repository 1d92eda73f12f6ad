import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { DeliveryActs } from './delivery-acts.js';
import { MilestonesRepository } from './milestones.repository.js';

/** Sets a step of a project and the day it is planned for; that day never changes. */
@Injectable()
export class PlanMilestone {
  constructor(
    private readonly acts: DeliveryActs,
    private readonly milestones: MilestonesRepository,
  ) {}

  /** @throws what `DeliveryActs.hold` throws */
  async execute(user: CurrentUser, number: number, title: string, plannedOn: string): Promise<void> {
    await this.acts.hold(user, number, async ({ manager, note }) => {
      await this.milestones.plan(number, title, plannedOn, manager);
      await note('delivery.milestone-planned', { plannedOn });
    });
  }
}
