import { Injectable } from '@nestjs/common';

import { type CurrentUser, PersonLabels } from '../../identity/index.js';
import { isOpenForReview } from '../../proposals/index.js';
import type { Answer, Note, Review } from '../cases/review.js';
import { ReviewDesk, type Standing } from '../cases/review-desk.js';
import { ReviewsRepository } from '../cases/reviews.repository.js';
import { usualOpening } from '../rules/letter.js';
import { type Derived, verdictOf, wholeLifePence } from '../rules/verdict-of.js';
import { type Appeal, AppealsRepository } from '../verdicts/appeals.repository.js';
import { type ConfirmedVerdict, isPending, VerdictsRepository } from '../verdicts/verdicts.repository.js';

/** Everything the office shows of one review, and what the reader may do about it. */
export interface ReviewPage {
  readonly standing: Standing;
  readonly review: Review | undefined;
  readonly answers: readonly (Answer & { readonly mayAnswer: boolean })[];
  readonly derived: Derived;
  readonly wholeLifePence: number | null;
  readonly usualOpening: string | null;
  readonly notes: readonly Note[];
  readonly latest: ConfirmedVerdict | undefined;
  readonly latestBy: string | null;
  readonly appeal: Appeal | undefined;
  readonly open: boolean;
  readonly may: {
    readonly assign: boolean;
    readonly cost: boolean;
    readonly note: boolean;
    readonly confirm: boolean;
    readonly sign: boolean;
    readonly decideAppeal: boolean;
  };
}

@Injectable()
export class ReviewPageQueries {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly labels: PersonLabels,
    private readonly reviews: ReviewsRepository,
    private readonly verdicts: VerdictsRepository,
    private readonly appeals: AppealsRepository,
  ) {}

  /** @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | ReviewUnknown for a reviewer nobody asked */
  async page(user: CurrentUser, number: number): Promise<ReviewPage> {
    const standing = await this.desk.standing(user, number);
    const { review, officer, proposal, round } = standing;
    const [notes, latest, appeal] = await Promise.all([
      this.reviews.notesOf(number),
      this.verdicts.latest(number),
      this.appeals.find(number),
    ]);
    const confirmedBy = latest?.confirmedBy;
    const labels = await this.labels.of(confirmedBy ? [confirmedBy] : []);
    const answers = review?.answers ?? [];
    const derived = verdictOf(answers, review?.costPence ?? null);
    const decides = officer && proposal.authorId !== user.id;
    const pending = latest !== undefined && isPending(latest);
    const answering =
      proposal.state === 'in-review' && (review?.stage === 'answering' || review?.stage === 'to-decide');
    return {
      standing,
      review,
      answers: answers.map((one) => ({ ...one, mayAnswer: answering && standing.mayAnswer(one) })),
      derived,
      wholeLifePence: review
        ? wholeLifePence(review.costPence, review.runningCostPence, review.runningYears)
        : null,
      usualOpening: derived.verdict && usualOpening(derived.verdict, proposal.title, round.title),
      notes,
      latest,
      latestBy: confirmedBy === undefined ? null : (labels.get(confirmedBy) ?? null),
      appeal,
      open: isOpenForReview(round),
      may: {
        assign: officer && (proposal.state === 'submitted' || answering),
        cost:
          answering &&
          (officer ||
            answers.some(
              (one) => ['cost', 'running-cost'].includes(one.criterion) && standing.mayAnswer(one),
            )),
        note: review !== undefined && standing.mayWrite,
        confirm: decides && answering && review.stage === 'to-decide' && derived.missing.length === 0,
        sign: decides && pending && latest.confirmedBy !== user.id,
        decideAppeal:
          decides &&
          appeal !== undefined &&
          appeal.decidedAt === null &&
          latest?.confirmedBy !== user.id &&
          latest?.signedBy !== user.id,
      },
    };
  }
}
