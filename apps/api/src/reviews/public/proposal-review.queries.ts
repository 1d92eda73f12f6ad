import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { ProposalsUnderReview } from '../../proposals/index.js';
import { LetterUnknown } from '../reviews.errors.js';
import { type Appeal, AppealsRepository } from '../verdicts/appeals.repository.js';
import { type ConfirmedVerdict, isSent, VerdictsRepository } from '../verdicts/verdicts.repository.js';

/** What the public, and the author, may know of a review: nothing that is still being weighed. */
export interface ProposalReview {
  /** The last verdict that was told, while it still holds. */
  readonly verdict: ConfirmedVerdict | undefined;
  readonly appeal: Appeal | undefined;
  readonly author: boolean;
  readonly mayReadLetter: boolean;
  readonly mayAppeal: boolean;
}

const HOLDS: ReadonlySet<string> = new Set(['changes-asked', 'not-taken-forward', 'accepted']);

@Injectable()
export class ProposalReviewQueries {
  constructor(
    private readonly authority: Authority,
    private readonly clock: Clock,
    private readonly proposals: ProposalsUnderReview,
    private readonly verdicts: VerdictsRepository,
    private readonly appeals: AppealsRepository,
  ) {}

  /** @throws ProposalUnknown */
  async of(user: CurrentUser | undefined, number: number): Promise<ProposalReview> {
    const { proposal, round } = await this.proposals.known(number, user);
    const author = user !== undefined && proposal.authorId === user.id;
    const [sent, appeal, insider, now] = await Promise.all([
      this.verdicts.latestSent(number),
      this.appeals.find(number),
      this.authority.holds(user, ['officer', 'auditor'], round.placeId),
      this.clock.now(),
    ]);
    const holds = sent && HOLDS.has(proposal.state) && sent.verdict === proposal.state;
    const today = now.toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
    return {
      verdict: holds ? sent : undefined,
      appeal,
      author,
      mayReadLetter: sent !== undefined && (author || insider),
      mayAppeal:
        author &&
        holds === true &&
        appeal === undefined &&
        sent.appealUntil !== null &&
        sent.appealUntil >= today,
    };
  }

  /** As it was sent, to the author and the officers. @throws ProposalUnknown | LetterUnknown for everybody else too */
  async letter(user: CurrentUser, number: number): Promise<ConfirmedVerdict> {
    const { mayReadLetter } = await this.of(user, number);
    const sent = await this.verdicts.latestSent(number);
    if (!mayReadLetter || !sent || !isSent(sent)) throw new LetterUnknown();
    return sent;
  }
}
