import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ReviewDesk } from '../cases/review-desk.js';
import { ReviewsRepository } from '../cases/reviews.repository.js';
import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ProposalsUnderReview } from '../../proposals/index.js';
import { AppealsRepository } from './appeals.repository.js';
import { ReviewNotAtThisStage, SameOfficer } from '../reviews.errors.js';
import { publicReason } from '../rules/letter.js';
import { type ConfirmedVerdict, isPending, VerdictsRepository } from './verdicts.repository.js';

export const APPEAL_DAYS = 28;

/** A second officer signs a no: the letter goes out and the reasons become public. Or sends it back to be thought over. */
@Injectable()
export class SignVerdict {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly proposals: ProposalsUnderReview,
    private readonly reviews: ReviewsRepository,
    private readonly verdicts: VerdictsRepository,
    private readonly appeals: AppealsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | OwnProposalReviewed | ReviewNotAtThisStage
   * @throws SameOfficer | ProposalCannotMove
   */
  async execute(user: CurrentUser, number: number): Promise<void> {
    await this.desk.mustDecide(user, number);
    await this.proposals.hold([number], async ([under], manager) => {
      const { id, letter, confirmedBy } = await this.pending(number, manager);
      if (confirmedBy === user.id) throw new SameOfficer();
      const appealed = await this.appeals.find(number, manager);
      await this.verdicts.sign(id, user.id, appealed ? null : APPEAL_DAYS, manager);
      await this.reviews.setStage(number, 'closed', manager);
      const told = {
        what: 'Not taken forward',
        reasonCode: letter.reasons.find(({ reasonCode }) => reasonCode !== null)?.reasonCode ?? undefined,
        reason: publicReason(letter),
        by: 'Two officers',
        actorId: user.id,
      };
      await this.proposals.move(under!, 'not-taken-forward', told, manager);
      await this.record(user, number, 'review.verdict-signed', manager);
    });
  }

  /** @param why for the office alone @throws as `execute`, without SameOfficer: whoever confirmed it may take it back */
  async sendBack(user: CurrentUser, number: number, why: string): Promise<void> {
    await this.desk.mustDecide(user, number);
    await this.proposals.hold([number], async (_, manager) => {
      const { id } = await this.pending(number, manager);
      await this.verdicts.sendBack(id, user.id, why.trim(), manager);
      await this.reviews.settle(number, manager);
      await this.record(user, number, 'review.verdict-sent-back', manager);
    });
  }

  private async pending(number: number, manager: EntityManager): Promise<ConfirmedVerdict> {
    const verdict = await this.verdicts.latest(number, manager);
    if (!verdict || !isPending(verdict)) {
      const review = await this.reviews.find(number, manager);
      throw new ReviewNotAtThisStage(review?.stage ?? 'none');
    }
    return verdict;
  }

  private record(user: CurrentUser, number: number, what: string, manager: EntityManager): Promise<void> {
    return this.audit.append({ what, actorId: user.id, subject: `proposal:${number}` }, manager);
  }
}
