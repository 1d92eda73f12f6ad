import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ProposalCannotMove, ProposalsUnderReview } from '../../proposals/index.js';
import {
  CriterionNotAsked,
  CriterionNotYours,
  ReviewIncomplete,
  ReviewNotAtThisStage,
  ReviewUnknown,
} from '../reviews.errors.js';
import { type GivenAnswer, lackOf } from '../rules/verdict-of.js';
import type { Review } from './review.js';
import { ReviewDesk } from './review-desk.js';
import { ReviewsRepository } from './reviews.repository.js';

/** Saves what reviewers answer as they go. Only what is called finished has to be whole. */
@Injectable()
export class AnswerCriteria {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly proposals: ProposalsUnderReview,
    private readonly reviews: ReviewsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | ReviewUnknown | CriterionNotAsked | CriterionNotYours
   * @throws ProposalCannotMove | ReviewNotAtThisStage | ReviewIncomplete
   */
  async execute(user: CurrentUser, number: number, answers: readonly GivenAnswer[]): Promise<void> {
    const { mayAnswer } = await this.desk.standing(user, number);
    await this.proposals.hold([number], async ([under], manager) => {
      const review = await this.reviews.find(number, manager);
      const open = mustBeOpen(under?.proposal.state, review);
      for (const given of answers) {
        const asked = open.answers.find(({ criterion }) => criterion === given.criterion);
        if (!asked) throw new CriterionNotAsked(given.criterion);
        if (!mayAnswer(asked)) throw new CriterionNotYours(given.criterion);
      }
      const missing = answers.filter(({ finished }) => finished).flatMap((given) => lackOf(given) ?? []);
      if (missing.length > 0) throw new ReviewIncomplete(missing);

      for (const given of answers) await this.reviews.answer(number, given, user.id, manager);
      await this.reviews.settle(number, manager);
      const finished = answers.filter((given) => given.finished);
      if (finished.length === 0) return;
      await this.audit.append(
        {
          what: 'review.answered',
          actorId: user.id,
          subject: `proposal:${number}`,
          facts: Object.fromEntries(finished.map(({ criterion, answer }) => [criterion, answer])),
        },
        manager,
      );
    });
  }
}

/** @throws ReviewUnknown | ProposalCannotMove | ReviewNotAtThisStage */
export function mustBeOpen(state: string | undefined, review: Review | undefined): Review {
  if (!review) throw new ReviewUnknown();
  if (state !== 'in-review') throw new ProposalCannotMove(state ?? '', 'in-review');
  if (review.stage === 'to-sign') throw new ReviewNotAtThisStage(review.stage);
  return review;
}
