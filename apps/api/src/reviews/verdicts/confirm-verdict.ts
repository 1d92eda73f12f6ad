import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { mustBeOpen } from '../cases/answer-criteria.js';
import { ReviewDesk } from '../cases/review-desk.js';
import { ReviewsRepository } from '../cases/reviews.repository.js';
import type { CurrentUser } from '../../identity/index.js';
import { Places } from '../../places/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ProposalsUnderReview, type Reviewed, type UnderReview } from '../../proposals/index.js';
import { ReviewIncomplete, VerdictDiffers } from '../reviews.errors.js';
import { type Letter, letterOf, publicReason } from '../rules/letter.js';
import { type Verdict, verdictOf } from '../rules/verdict-of.js';
import { VerdictsRepository } from './verdicts.repository.js';

const TOLD: Readonly<Record<Exclude<Reviewed, 'in-review' | 'not-taken-forward'>, string>> = {
  accepted: 'Accepted for the ballot',
  'changes-asked': 'Changes were asked for',
};

/** An officer confirms what the answers amount to. A yes and a wish for changes are told at once; a no waits for a second officer. */
@Injectable()
export class ConfirmVerdict {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly proposals: ProposalsUnderReview,
    private readonly places: Places,
    private readonly reviews: ReviewsRepository,
    private readonly verdicts: VerdictsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param verdict what the officer saw on the screen: refused when the answers say something else by now
   * @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | OwnProposalReviewed | ReviewUnknown
   * @throws ReviewNotAtThisStage | ReviewIncomplete | VerdictDiffers | RoundPastReview | ProposalFieldInvalid
   */
  async execute(user: CurrentUser, number: number, verdict: Verdict, opening?: string): Promise<void> {
    await this.desk.mustDecide(user, number);
    await this.proposals.hold([number], async ([under], manager) => {
      const review = mustBeOpen(under?.proposal.state, await this.reviews.find(number, manager));
      const derived = verdictOf(review.answers, review.costPence);
      if (derived.missing.length > 0) throw new ReviewIncomplete(derived.missing);
      if (derived.verdict !== verdict) throw new VerdictDiffers(derived.verdict);

      const { proposal, round } = under!;
      const places = await this.places.byIds([round.placeId], manager);
      const place = places.get(round.placeId)?.name ?? '';
      const facts = { title: proposal.title, round: round.title, place, answers: review.answers };
      const letter = letterOf({ ...facts, verdict, opening });
      await this.verdicts.add(number, verdict, letter, user.id, manager);
      if (verdict === 'not-taken-forward') await this.reviews.setStage(number, 'to-sign', manager);
      else await this.tell(user, under!, verdict, letter, review.costPence, manager);
      await this.audit.append(
        {
          what: 'review.verdict-confirmed',
          actorId: user.id,
          subject: `proposal:${number}`,
          facts: { verdict, reasons: letter.reasons.map(({ criterion }) => criterion).join(' ') },
        },
        manager,
      );
    });
  }

  private async tell(
    user: CurrentUser,
    under: UnderReview,
    verdict: 'accepted' | 'changes-asked',
    letter: Letter,
    costPence: number | null,
    manager: EntityManager,
  ): Promise<void> {
    const told = {
      what: TOLD[verdict],
      reasonCode: verdict === 'changes-asked' ? 'changes-needed' : undefined,
      reason: publicReason(letter),
      by: 'An officer',
      actorId: user.id,
    };
    await this.reviews.setStage(under.proposal.number, 'closed', manager);
    await this.proposals.move(under, verdict, told, manager, costPence ?? undefined);
  }
}
