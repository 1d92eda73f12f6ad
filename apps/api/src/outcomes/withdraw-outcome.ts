import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Rounds } from '../rounds/index.js';
import { NotProposed, OutcomePublished } from './outcomes.errors.js';
import { OutcomesRepository } from './outcomes.repository.js';

/** Takes a proposal back before its second signature: the officer who made it, or any other of the place. */
@Injectable()
export class WithdrawOutcome {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly rounds: Rounds,
    private readonly outcomes: OutcomesRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded | NotProposed | OutcomePublished */
  async execute(user: CurrentUser, slug: string): Promise<void> {
    const round = await this.rounds.bySlug(slug);
    await this.authority.mustHold(user, 'officer', round.placeId);

    await this.database.transaction(async (manager) => {
      const waiting = await this.outcomes.locked(round.id, manager);
      if (!waiting) throw new NotProposed();
      if (waiting.confirmedAt) throw new OutcomePublished();
      await this.outcomes.withdraw(waiting.id, user.id, manager);
      await this.audit.append(
        { what: 'outcome.withdrawn', actorId: user.id, subject: `round:${slug}` },
        manager,
      );
    });
  }
}
