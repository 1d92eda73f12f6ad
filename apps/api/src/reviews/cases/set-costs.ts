import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ProposalsUnderReview } from '../../proposals/index.js';
import { CostsInvalid, CriterionNotYours } from '../reviews.errors.js';
import { mustBeOpen } from './answer-criteria.js';
import type { Costs } from './review.js';
import { ReviewDesk } from './review-desk.js';
import { ReviewsRepository } from './reviews.repository.js';

/** What it costs to make and to keep going: for officers and whoever answers a question about cost. */
@Injectable()
export class SetCosts {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly proposals: ProposalsUnderReview,
    private readonly reviews: ReviewsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | ReviewUnknown | CriterionNotYours | CostsInvalid */
  async execute(user: CurrentUser, number: number, costs: Costs): Promise<void> {
    const { officer, review, mayAnswer } = await this.desk.standing(user, number);
    const theirs = review?.answers.some(
      (answer) => ['cost', 'running-cost'].includes(answer.criterion) && mayAnswer(answer),
    );
    if (!officer && !theirs) throw new CriterionNotYours('cost');
    mustMakeSense(costs);
    await this.proposals.hold([number], async ([under], manager) => {
      mustBeOpen(under?.proposal.state, await this.reviews.find(number, manager));
      await this.reviews.setCosts(number, costs, manager);
      await this.audit.append(
        {
          what: 'review.costed',
          actorId: user.id,
          subject: `proposal:${number}`,
          facts: {
            costPence: costs.costPence,
            runningCostPence: costs.runningCostPence,
            runningYears: costs.runningYears,
          },
        },
        manager,
      );
    });
  }
}

/** The constraints of the table, said so that somebody can act on it. */
function mustMakeSense({
  costLowPence,
  costPence,
  costHighPence,
  runningCostPence,
  runningYears,
}: Costs): void {
  if ((costLowPence === null) !== (costHighPence === null)) {
    const field = costLowPence === null ? 'costLowPence' : 'costHighPence';
    throw new CostsInvalid(field, 'A range needs both its ends. Leave both empty without one.');
  }
  if (costLowPence !== null && costHighPence !== null) {
    if (costPence === null) throw new CostsInvalid('costPence', 'Enter the cost for the ballot paper too.');
    if (costLowPence > costPence)
      throw new CostsInvalid('costLowPence', 'The lowest cost is above the cost.');
    if (costHighPence < costPence)
      throw new CostsInvalid('costHighPence', 'The highest cost is below the cost.');
  }
  if ((runningCostPence === null) !== (runningYears === null)) {
    const field = runningCostPence === null ? 'runningCostPence' : 'runningYears';
    throw new CostsInvalid(field, 'Running costs need an amount a year and a number of years.');
  }
}
