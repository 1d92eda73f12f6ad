import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ProposalNotYours, ProposalsUnderReview } from '../../proposals/index.js';
import { AppealTooLate, AppealUsed } from '../reviews.errors.js';
import { VerdictsRepository } from '../verdicts/verdicts.repository.js';
import { AppealsRepository } from '../verdicts/appeals.repository.js';

/** The author asks, once, that somebody else looks at a no again. */
@Injectable()
export class MakeAppeal {
  constructor(
    private readonly proposals: ProposalsUnderReview,
    private readonly verdicts: VerdictsRepository,
    private readonly appeals: AppealsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param textPublic whether everybody may read it in the history
   * @throws ProposalUnknown | ProposalNotYours | AppealUsed | AppealTooLate
   */
  async execute(user: CurrentUser, number: number, text: string, textPublic: boolean): Promise<void> {
    const { proposal } = await this.proposals.known(number, user);
    if (proposal.authorId !== user.id) throw new ProposalNotYours();
    await this.proposals.hold([number], async ([under], manager) => {
      if (await this.appeals.find(number, manager)) throw new AppealUsed();
      const verdict = await this.verdicts.latestSent(number, manager);
      if (under?.proposal.state !== 'not-taken-forward' || !verdict) throw new AppealTooLate();
      const appeal = { verdictId: verdict.id, authorId: user.id, text: text.trim(), textPublic };
      if (!(await this.appeals.add(number, appeal, manager))) throw new AppealTooLate();
      const reason = textPublic ? appeal.text : undefined;
      const told = { what: 'The proposer appealed', reason, by: 'The proposer', actorId: user.id };
      await this.proposals.tell(number, told, manager);
      const event = { what: 'review.appealed', actorId: user.id, subject: `proposal:${number}` };
      await this.audit.append({ ...event, facts: { textPublic } }, manager);
    });
  }
}
