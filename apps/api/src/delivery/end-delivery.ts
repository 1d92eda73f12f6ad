import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { Outbox } from '../platform/events/index.js';
import { FundedProposals } from '../proposals/index.js';
import { DeliveryActs } from './delivery-acts.js';
import { DeliveryFieldInvalid } from './delivery.errors.js';
import { DELIVERY_ENDED } from './delivery.events.js';
import type { Outcome } from './delivery.js';
import { DeliveryRepository } from './delivery.repository.js';
import { MilestonesRepository } from './milestones.repository.js';

const WORDS = { delivered: 'Delivered', stopped: 'Stopped' } as const;

/** Ends a project, delivered or stopped, with what became of it in plain words. */
@Injectable()
export class EndDelivery {
  constructor(
    private readonly acts: DeliveryActs,
    private readonly deliveries: DeliveryRepository,
    private readonly milestones: MilestonesRepository,
    private readonly proposals: FundedProposals,
    private readonly outbox: Outbox,
  ) {}

  /** @throws what `DeliveryActs.hold` throws | ProposalCannotMove | DeliveryFieldInvalid while milestones are open */
  async execute(user: CurrentUser, number: number, end: Outcome): Promise<void> {
    await this.acts.hold(user, number, async ({ manager, note }) => {
      const open = (await this.milestones.ofProposal(number, manager)).filter(({ doneOn }) => !doneOn);
      if (end.ending === 'delivered' && open.length > 0) {
        const message = 'Some milestones are not done. Mark them done first, or end the project as stopped.';
        throw new DeliveryFieldInvalid('delivery.milestones-open', 'ending', message);
      }
      await this.deliveries.end(number, end, manager);
      const told = { what: WORDS[end.ending], reason: end.outcome, by: 'An officer', actorId: user.id };
      await this.proposals.move(number, end.ending, told, manager);
      await this.outbox.append(DELIVERY_ENDED, { number }, manager);
      await note('delivery.ended', { ending: end.ending });
    });
  }
}
