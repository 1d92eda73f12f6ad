import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Outbox } from '../../platform/events/index.js';
import { isOpenForReview, PROPOSAL_MOVED, ProposalsUnderReview } from '../../proposals/index.js';
import { PlansRepository } from '../plan/plans.repository.js';
import { ReviewsRepository } from './reviews.repository.js';

const TAKEN_BACK: readonly string[] = ['withdrawn', 'merged'];

/** What a review makes of its proposal's way: changes that were handed in open what they were asked for, nothing else. */
@Injectable()
export class FollowProposals implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly proposals: ProposalsUnderReview,
    private readonly plans: PlansRepository,
    private readonly reviews: ReviewsRepository,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(PROPOSAL_MOVED, async ({ number, to }, manager) => {
      if (to === 'submitted') await this.goOn(number, manager);
      else if (TAKEN_BACK.includes(to)) await this.end(number, manager);
    });
  }

  private async goOn(number: number, manager: EntityManager): Promise<void> {
    const under = await this.proposals.lock(number, manager);
    const begun = await this.reviews.find(number, manager);
    if (under.proposal.state !== 'submitted' || !begun || !isOpenForReview(under.round)) return;
    await this.reviews.reopen(
      number,
      'met-if-changed',
      await this.plans.of(under.round.id, manager),
      manager,
    );
    const told = { what: 'Review goes on with the changes', by: 'The council', actorId: null };
    await this.proposals.move(under, 'in-review', told, manager);
  }

  private async end(number: number, manager: EntityManager): Promise<void> {
    const under = await this.proposals.lock(number, manager);
    if (TAKEN_BACK.includes(under.proposal.state)) await this.reviews.setStage(number, 'closed', manager);
  }
}
