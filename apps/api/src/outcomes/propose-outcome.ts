import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Rounds } from '../rounds/index.js';
import { readyOutcome } from './ready-outcome.js';
import { AlreadyProposed, OutcomePublished, OutcomeStale } from './outcomes.errors.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { PrepareOutcome } from './preview/prepare-outcome.js';

/** One officer says that what they have seen may be published. Nothing goes out yet. */
@Injectable()
export class ProposeOutcome {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly rounds: Rounds,
    private readonly prepare: PrepareOutcome,
    private readonly outcomes: OutcomesRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * In place of one that was proposed before things changed.
   *
   * @param digest of what the officer saw
   * @throws RoundUnknown | RoleMissing | SecondFactorNeeded | RoundCalledOff | OutcomePublished | OutcomeNotReady |
   *   OutcomeStale | AlreadyProposed
   */
  async execute(user: CurrentUser, slug: string, digest: string): Promise<void> {
    const round = await this.rounds.bySlug(slug);
    await this.authority.mustHold(user, 'officer', round.placeId);

    await this.database.transaction(async (manager) => {
      const before = await this.outcomes.locked(round.id, manager);
      if (before?.confirmedAt) throw new OutcomePublished();
      const { decision, digest: now } = readyOutcome(round, await this.prepare.held(round, manager));
      if (before?.previewSha256 === now) throw new AlreadyProposed();
      if (digest !== now) throw new OutcomeStale();

      if (before) await this.outcomes.withdraw(before.id, user.id, manager);
      const proposed = { roundId: round.id, decisionId: decision.id, previewSha256: now };
      await this.outcomes.propose({ ...proposed, proposedBy: user.id }, manager);
      await this.audit.append(
        { what: 'outcome.proposed', actorId: user.id, subject: `round:${slug}`, facts: { preview: now } },
        manager,
      );
    });
  }
}
