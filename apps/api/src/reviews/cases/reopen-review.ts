import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ProposalCannotMove, ProposalsUnderReview } from '../../proposals/index.js';
import { PlansRepository } from '../plan/plans.repository.js';
import { ReviewUnknown } from '../reviews.errors.js';
import { ReviewDesk } from './review-desk.js';
import { ReviewsRepository } from './reviews.repository.js';

/** An officer looks again at what was accepted, because a fact changed before the paper was frozen. */
@Injectable()
export class ReopenReview {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly proposals: ProposalsUnderReview,
    private readonly plans: PlansRepository,
    private readonly reviews: ReviewsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param reason public
   * @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | ProposalCannotMove | RoundPastReview | ReviewUnknown
   */
  async execute(user: CurrentUser, number: number, reason: string): Promise<void> {
    await this.desk.mustBeOfficer(user, number);
    await this.proposals.hold([number], async ([under], manager) => {
      if (under?.proposal.state !== 'accepted') {
        throw new ProposalCannotMove(under?.proposal.state ?? '', 'in-review');
      }
      if (!(await this.reviews.find(number, manager))) throw new ReviewUnknown();
      const told = { what: 'Looked at again', reason: reason.trim(), by: 'An officer', actorId: user.id };
      await this.proposals.move(under, 'in-review', told, manager);
      await this.reviews.reopen(number, null, await this.plans.of(under.round.id, manager), manager);
      await this.audit.append(
        { what: 'review.reopened', actorId: user.id, subject: `proposal:${number}` },
        manager,
      );
    });
  }
}
