import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { CountsRepository } from '../counts/index.js';
import type { CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Outbox } from '../platform/events/index.js';
import { RecordOutcomes } from '../proposals/index.js';
import { MarkDecided } from '../rounds/index.js';
import { AimsQueries } from './aims.queries.js';
import { AimsRepository } from './aims.repository.js';
import { checkComplete } from './check-complete.js';
import { type Decision, numberOf } from './decision.js';
import { CountStillSecret, DecisionPublished, NoAim } from './decisions.errors.js';
import { DECISION_PUBLISHED } from './decisions.events.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { DecisionLetter } from './letters/decision-letter.js';
import { LettersRepository } from './letters/letters.repository.js';

/**
 * Publishes a decision as part of its round's outcome: its words and aims never change again, its round is decided,
 * every proposal learns what became of it and every author is written to, all at once. Who may do so, and that they
 * are two, is asked by the act this belongs to; the database asks it again.
 */
@Injectable()
export class PublishDecision {
  constructor(
    private readonly counts: CountsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly aims: AimsRepository,
    private readonly shownAims: AimsQueries,
    private readonly letters: LettersRepository,
    private readonly recordOutcomes: RecordOutcomes,
    private readonly markDecided: MarkDecided,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Within the caller's transaction.
   *
   * @param letters by proposal number, as they were previewed
   * @throws DecisionNotFound | DecisionPublished | CountStillSecret | NoAim | ReasonMissing | FairnessMissing
   */
  async execute(
    user: CurrentUser,
    number: string,
    letters: ReadonlyMap<number, DecisionLetter>,
    manager: EntityManager,
  ): Promise<void> {
    const decision = await this.decisions.locked(numberOf(number), manager);
    if (decision.state !== 'draft') throw new DecisionPublished();
    const count = await this.counts.byId(decision.countId, manager);
    if (count.state !== 'published') throw new CountStillSecret();
    const aims = await this.aims.ofDecisions([decision.id], manager);
    if (aims.length === 0) throw new NoAim();
    checkComplete(decision, decision.items);

    for (const aim of aims) {
      await this.aims.lock(aim.id, (await this.shownAims.baselineOf(aim))?.id ?? null, manager);
    }
    await this.decisions.publish(decision.id, manager);
    await this.letters.keep(decision.id, letters, manager);
    await this.tell(decision, number, manager);
    await this.audit.append(
      {
        what: 'decision.published',
        actorId: user.id,
        subject: `decision:${number}`,
        facts: { aims: aims.length, items: decision.items.length, letters: letters.size },
      },
      manager,
    );
  }

  private async tell(decision: Decision, number: string, manager: EntityManager): Promise<void> {
    const { roundId, countId, items } = decision;
    const outcomes = items.map(({ proposalNumber, chosen, reason, votes }) => ({
      proposalNumber,
      funded: chosen,
      sentence: reason,
      countId,
      decisionNumber: number,
      ...(votes !== null && { votes }),
    }));
    await this.recordOutcomes.execute(roundId, outcomes, manager);
    await this.markDecided.execute(roundId, number, manager);
    await this.outbox.append(DECISION_PUBLISHED, { number, roundId }, manager);
  }
}
