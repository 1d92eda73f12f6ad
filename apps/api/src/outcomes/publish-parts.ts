import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { PublishCount } from '../counts/index.js';
import { PublishDecision } from '../decisions/index.js';
import type { CurrentUser } from '../identity/index.js';
import { ToldOfDecision } from '../notices/index.js';
import { AuditLog } from '../platform/audit/index.js';
import type { RoundNow } from '../rounds/index.js';
import type { Outcome } from './outcome.js';
import { OutcomesRepository } from './outcomes.repository.js';
import type { Prepared } from './preview/prepare-outcome.js';
import type { ReadyOutcome } from './ready-outcome.js';

interface Publication {
  readonly user: CurrentUser;
  readonly round: RoundNow;
  readonly waiting: Outcome;
  readonly ready: ReadyOutcome;
  readonly prepared: Prepared;
}

/** The parts that go out together, in the transaction of the second signature. */
@Injectable()
export class PublishParts {
  constructor(
    private readonly outcomes: OutcomesRepository,
    private readonly publishCount: PublishCount,
    private readonly publishDecision: PublishDecision,
    private readonly told: ToldOfDecision,
    private readonly audit: AuditLog,
  ) {}

  /** Until the transaction ends nobody else confirms or withdraws it. */
  waiting(roundId: string, manager: EntityManager): Promise<Outcome | undefined> {
    return this.outcomes.locked(roundId, manager);
  }

  async publish(
    { user, round, waiting, ready, prepared }: Publication,
    manager: EntityManager,
  ): Promise<void> {
    const { count, decision } = ready;
    const numbers = decision.items.map(({ proposalNumber }) => proposalNumber);
    const told = await this.told.expected(round.id, numbers, manager);
    await this.outcomes.confirm(waiting.id, user.id, told, manager);
    if (count.state !== 'published') await this.publishCount.within(user, count.id, round, manager);
    await this.publishDecision.execute(user, decision.words, prepared.letters, manager);
    await this.audit.append(
      {
        what: 'outcome.published',
        actorId: user.id,
        subject: `round:${round.slug}`,
        facts: { decision: decision.words, letters: prepared.letters.size, people: told.people },
      },
      manager,
    );
  }
}
