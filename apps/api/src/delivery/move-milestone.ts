import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { Outbox } from '../platform/events/index.js';
import { DeliveryActs, type Held } from './delivery-acts.js';
import { DeliveryFieldInvalid, MilestoneDone, MilestoneUnknown } from './delivery.errors.js';
import { DELIVERY_SLIPPED } from './delivery.events.js';
import type { Milestone } from './delivery.js';
import { DeliveryRepository } from './delivery.repository.js';
import { MilestonesRepository } from './milestones.repository.js';

/** Says when a milestone will be, or was, reached. Later than was said before needs a reason, which is told. */
@Injectable()
export class MoveMilestone {
  constructor(
    private readonly acts: DeliveryActs,
    private readonly milestones: MilestonesRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws what `DeliveryActs.hold` throws | MilestoneUnknown | MilestoneDone | DeliveryFieldInvalid */
  async forecast(
    user: CurrentUser,
    number: number,
    id: string,
    forecastOn: string,
    reason?: string,
  ): Promise<void> {
    await this.acts.hold(user, number, async (held) => {
      const milestone = await this.open(number, id, held);
      await this.move(number, milestone, forecastOn, reason, held);
      await this.deliveries.heard(number, held.manager);
    });
  }

  /** Done after its forecast is a slip too. @throws as `forecast` does */
  async finish(
    user: CurrentUser,
    number: number,
    id: string,
    doneOn: string,
    reason?: string,
  ): Promise<void> {
    await this.acts.mustHaveCome(doneOn, 'doneOn');
    await this.acts.hold(user, number, async (held) => {
      const milestone = await this.open(number, id, held);
      if (doneOn > milestone.forecastOn) await this.move(number, milestone, doneOn, reason, held);
      await this.milestones.finish(id, doneOn, held.manager);
      await this.deliveries.heard(number, held.manager);
      await held.note('delivery.milestone-done', { doneOn });
    });
  }

  private async open(number: number, id: string, { manager }: Held): Promise<Milestone> {
    const milestone = await this.milestones.one(number, id, manager);
    if (!milestone) throw new MilestoneUnknown();
    if (milestone.doneOn) throw new MilestoneDone();
    return milestone;
  }

  private async move(
    number: number,
    { id, forecastOn: before }: Milestone,
    forecastOn: string,
    reason: string | undefined,
    { manager, note }: Held,
  ): Promise<void> {
    const later = forecastOn > before;
    if (later && !reason) {
      const message = `This is later than was said before (${before}). Give the reason in a sentence.`;
      throw new DeliveryFieldInvalid('delivery.reason-missing', 'reason', message);
    }
    await this.milestones.forecast(id, forecastOn, later ? (reason ?? null) : null, manager);
    await note('delivery.forecast-changed', { from: before, to: forecastOn });
    if (later) await this.outbox.append(DELIVERY_SLIPPED, { number, milestoneId: id }, manager);
  }
}
