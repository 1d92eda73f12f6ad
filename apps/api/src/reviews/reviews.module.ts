import { Module } from '@nestjs/common';

import { DecideAppeal } from './appeals/decide-appeal.js';
import { MakeAppeal } from './appeals/make-appeal.js';
import { AddNote } from './cases/add-note.js';
import { AnswerCriteria } from './cases/answer-criteria.js';
import { AssignReviews } from './cases/assign-reviews.js';
import { FollowProposals } from './cases/follow-proposals.js';
import { ReopenReview } from './cases/reopen-review.js';
import { ReviewDesk } from './cases/review-desk.js';
import { ReviewsRepository } from './cases/reviews.repository.js';
import { SetCosts } from './cases/set-costs.js';
import { DepartmentsController } from './departments/departments.controller.js';
import { DepartmentsQueries } from './departments/departments.queries.js';
import { DepartmentsRepository } from './departments/departments.repository.js';
import { KeepDepartments } from './departments/keep-departments.js';
import { ReviewPageQueries } from './desk/review-page.queries.js';
import { ReviewsController } from './desk/reviews.controller.js';
import { VerdictsController } from './desk/verdicts.controller.js';
import { IdentityModule } from '../identity/index.js';
import { PlacesModule } from '../places/index.js';
import { PlanController } from './plan/plan.controller.js';
import { PlanReview } from './plan/plan-review.js';
import { PlansRepository } from './plan/plans.repository.js';
import { ProposalsModule } from '../proposals/index.js';
import { ProposalReviewController } from './public/proposal-review.controller.js';
import { ProposalReviewQueries } from './public/proposal-review.queries.js';
import { QueueController } from './queue/queue.controller.js';
import { QueueQueries } from './queue/queue.queries.js';
import { QueueRepository } from './queue/queue.repository.js';
import { ReviewRecords } from './review-records.js';
import { RoundsModule } from '../rounds/index.js';
import { AppealsRepository } from './verdicts/appeals.repository.js';
import { ConfirmVerdict } from './verdicts/confirm-verdict.js';
import { SignVerdict } from './verdicts/sign-verdict.js';
import { VerdictsRepository } from './verdicts/verdicts.repository.js';

const useCases = [
  AddNote,
  AnswerCriteria,
  AssignReviews,
  ConfirmVerdict,
  DecideAppeal,
  FollowProposals,
  KeepDepartments,
  MakeAppeal,
  PlanReview,
  ReopenReview,
  SetCosts,
  SignVerdict,
];
const keeping = [
  AppealsRepository,
  DepartmentsQueries,
  DepartmentsRepository,
  PlansRepository,
  ProposalReviewQueries,
  QueueQueries,
  QueueRepository,
  ReviewDesk,
  ReviewPageQueries,
  ReviewRecords,
  ReviewsRepository,
  VerdictsRepository,
];

@Module({
  imports: [IdentityModule, PlacesModule, RoundsModule, ProposalsModule],
  controllers: [
    DepartmentsController,
    PlanController,
    ProposalReviewController,
    QueueController,
    ReviewsController,
    VerdictsController,
  ],
  providers: [...useCases, ...keeping],
})
export class ReviewsModule {}
