import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ProposalCannotMove, ProposalsUnderReview, type UnderReview } from '../../proposals/index.js';
import type { Criterion } from '../rules/criteria.js';
import { DepartmentsRepository } from '../departments/departments.repository.js';
import { PlansRepository } from '../plan/plans.repository.js';
import { PersonNotInDepartment, ReviewNotAtThisStage } from '../reviews.errors.js';
import type { Assignment } from './review.js';
import { ReviewDesk } from './review-desk.js';
import { ReviewsRepository } from './reviews.repository.js';

export interface Assigned extends Assignment {
  readonly numbers: readonly number[];
  /** Those not finished yet; all of them when left out. */
  readonly criteria?: readonly Criterion[] | undefined;
}

/**
 * An officer takes proposals into review, by their round's plan, and gives what is open to a department, to a person in
 * it, until a day. Many at once: all of them or none.
 */
@Injectable()
export class AssignReviews {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly proposals: ProposalsUnderReview,
    private readonly departments: DepartmentsRepository,
    private readonly plans: PlansRepository,
    private readonly reviews: ReviewsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | DepartmentElsewhere | PersonNotInDepartment
   * @throws ProposalCannotMove | RoundPastReview | ReviewNotAtThisStage
   */
  async execute(user: CurrentUser, { numbers, criteria, ...to }: Assigned): Promise<void> {
    for (const number of new Set(numbers)) await this.desk.mustBeOfficer(user, number);
    await this.proposals.hold(numbers, async (held, manager) => {
      for (const under of held) {
        await this.mustFit(to, under, manager);
        await this.begin(user, under, manager);
        await this.reviews.assign(under.proposal.number, to, criteria, manager);
        await this.reviews.settle(under.proposal.number, manager);
        await this.audit.append(
          {
            what: 'review.assigned',
            actorId: user.id,
            subject: `proposal:${under.proposal.number}`,
            facts: {
              criteria: criteria?.join(' ') ?? 'all',
              department: to.departmentId ?? null,
              dueOn: to.dueOn ?? null,
            },
          },
          manager,
        );
      }
    });
  }

  private async mustFit(
    { departmentId, personId }: Assignment,
    { round }: UnderReview,
    manager: EntityManager,
  ): Promise<void> {
    if (departmentId === undefined) {
      if (personId) throw new PersonNotInDepartment();
      return;
    }
    const { members } = await this.departments.workingFor(round.placeId, departmentId, manager);
    if (personId && !members.some(({ id }) => id === personId)) throw new PersonNotInDepartment();
  }

  private async begin(user: CurrentUser, under: UnderReview, manager: EntityManager): Promise<void> {
    const { number, state } = under.proposal;
    const review = await this.reviews.find(number, manager);
    if (state === 'submitted') {
      const told = { what: 'Review began', by: 'An officer', actorId: user.id };
      await this.proposals.move(under, 'in-review', told, manager);
    } else if (state !== 'in-review') throw new ProposalCannotMove(state, 'in-review');
    if (!review) await this.reviews.start(number, await this.plans.of(under.round.id, manager), manager);
    else if (review.stage === 'to-sign') throw new ReviewNotAtThisStage(review.stage);
  }
}
