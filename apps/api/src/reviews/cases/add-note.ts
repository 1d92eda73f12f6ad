import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ReviewUnknown } from '../reviews.errors.js';
import { ReviewDesk } from './review-desk.js';
import { ReviewsRepository } from './reviews.repository.js';

/** A note that only reviewers asked about the proposal, officers and auditors ever read. */
@Injectable()
export class AddNote {
  constructor(
    private readonly database: DataSource,
    private readonly desk: ReviewDesk,
    private readonly reviews: ReviewsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | ReviewUnknown */
  async execute(user: CurrentUser, number: number, text: string): Promise<void> {
    const { review, mayWrite } = await this.desk.standing(user, number);
    if (!review || !mayWrite) throw new ReviewUnknown();
    await this.database.transaction(async (manager) => {
      await this.reviews.addNote(number, user.id, text.trim(), manager);
      await this.audit.append(
        { what: 'review.noted', actorId: user.id, subject: `proposal:${number}` },
        manager,
      );
    });
  }
}
