import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../../identity/index.js';
import { ProposalsUnderReview, type UnderReview } from '../../proposals/index.js';
import { OwnProposalReviewed, ReviewUnknown } from '../reviews.errors.js';
import type { Answer, Review } from './review.js';
import { ReviewsRepository } from './reviews.repository.js';

const INSIDERS = ['officer', 'auditor', 'reviewer'] as const;

/** What one person may do about one review. */
export interface Standing extends UnderReview {
  readonly review: Review | undefined;
  readonly officer: boolean;
  mayAnswer(answer: Answer): boolean;
  /** Officers, and reviewers asked about this proposal. */
  readonly mayWrite: boolean;
}

/** Says who may look into a review and who may act in it. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly authority: Authority,
    private readonly proposals: ProposalsUnderReview,
    private readonly reviews: ReviewsRepository,
  ) {}

  /** @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | ReviewUnknown for a reviewer nobody asked */
  async standing(user: CurrentUser, number: number): Promise<Standing> {
    const under = await this.proposals.known(number);
    const { placeId } = under.round;
    await this.authority.mustHold(user, INSIDERS, placeId);
    const [review, officer, auditor, reviewer, departments] = await Promise.all([
      this.reviews.find(number),
      this.authority.holds(user, 'officer', placeId),
      this.authority.holds(user, 'auditor', placeId),
      this.authority.holds(user, 'reviewer', placeId),
      this.reviews.departmentsOf(user.id),
    ]);
    const asked =
      reviewer &&
      (review?.answers ?? []).some(
        ({ departmentId, personId }) =>
          personId === user.id || (departmentId !== null && departments.has(departmentId)),
      );
    if (!officer && !auditor && !asked) throw new ReviewUnknown();
    const mayAnswer = ({ departmentId, personId }: Answer): boolean =>
      officer || (reviewer && isTheirs(user.id, departmentId, personId, departments));
    return { ...under, review, officer, mayAnswer, mayWrite: officer || asked };
  }

  /** @throws ProposalUnknown | RoleMissing | SecondFactorNeeded */
  async mustBeOfficer(user: CurrentUser, number: number): Promise<UnderReview> {
    const under = await this.proposals.known(number);
    await this.authority.mustHold(user, 'officer', under.round.placeId);
    return under;
  }

  /** For what decides. @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | OwnProposalReviewed */
  async mustDecide(user: CurrentUser, number: number): Promise<UnderReview> {
    const under = await this.mustBeOfficer(user, number);
    if (under.proposal.authorId === user.id) throw new OwnProposalReviewed();
    return under;
  }
}

/** A coordinator answers everything of the department; a member what is theirs, or nobody's in particular. */
function isTheirs(
  userId: string,
  departmentId: string | null,
  personId: string | null,
  departments: ReadonlyMap<string, boolean>,
): boolean {
  if (personId === userId) return true;
  if (departmentId === null || !departments.has(departmentId)) return false;
  return personId === null || departments.get(departmentId) === true;
}
