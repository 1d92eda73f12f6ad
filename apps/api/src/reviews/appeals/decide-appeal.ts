import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ReviewDesk } from '../cases/review-desk.js';
import { ReviewsRepository } from '../cases/reviews.repository.js';
import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { isOpenForReview, ProposalsUnderReview, type UnderReview } from '../../proposals/index.js';
import { PlansRepository } from '../plan/plans.repository.js';
import { AppealUnknown, SameOfficer } from '../reviews.errors.js';
import { VerdictsRepository } from '../verdicts/verdicts.repository.js';
import { AppealsRepository } from '../verdicts/appeals.repository.js';

/** An officer who neither confirmed nor signed the no decides about the appeal, with a reason everybody reads. */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly proposals: ProposalsUnderReview,
    private readonly plans: PlansRepository,
    private readonly reviews: ReviewsRepository,
    private readonly verdicts: VerdictsRepository,
    private readonly appeals: AppealsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | OwnProposalReviewed | AppealUnknown | SameOfficer */
  async execute(user: CurrentUser, number: number, upheld: boolean, reason: string): Promise<void> {
    await this.desk.mustDecide(user, number);
    await this.proposals.hold([number], async ([under], manager) => {
      const appeal = await this.appeals.find(number, manager);
      const verdict = await this.verdicts.latestSent(number, manager);
      if (!appeal || appeal.decidedAt || !verdict) throw new AppealUnknown();
      if ([verdict.confirmedBy, verdict.signedBy].includes(user.id)) throw new SameOfficer();
      await this.appeals.decide(number, { by: user.id, upheld, reason: reason.trim() }, manager);
      if (upheld) await this.lookAgain(user, under!, reason.trim(), manager);
      else await this.tell(user, number, 'The appeal was refused', reason.trim(), manager);
      const event = { what: 'review.appeal-decided', actorId: user.id, subject: `proposal:${number}` };
      await this.audit.append({ ...event, facts: { upheld } }, manager);
    });
  }

  /** What failed is asked again. Once the paper is settled that comes too late for this round, and the history says so. */
  private async lookAgain(
    user: CurrentUser,
    under: UnderReview,
    reason: string,
    manager: EntityManager,
  ): Promise<void> {
    const { number } = under.proposal;
    if (!isOpenForReview(under.round)) {
      const what = 'The appeal was upheld, too late for the ballot paper of this round';
      return this.tell(user, number, what, reason, manager);
    }
    const told = { what: 'The appeal was upheld', reason, by: 'A third officer', actorId: user.id };
    await this.proposals.move(under, 'in-review', told, manager);
    const plan = await this.plans.of(under.round.id, manager);
    await this.reviews.reopen(number, 'not-met', plan, manager);
  }

  private tell(
    user: CurrentUser,
    number: number,
    what: string,
    reason: string,
    manager: EntityManager,
  ): Promise<void> {
    return this.proposals.tell(number, { what, reason, by: 'A third officer', actorId: user.id }, manager);
  }
}
