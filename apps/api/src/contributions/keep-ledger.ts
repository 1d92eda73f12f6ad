import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { DECISION_PUBLISHED } from '../decisions/index.js';
import { DELIVERY_SLIPPED, DELIVERY_TOLD } from '../delivery/index.js';
import { type EventMark, Outbox } from '../platform/events/index.js';
import { PROPOSAL_MOVED } from '../proposals/index.js';
import { ROUND_CANCELLED } from '../rounds/index.js';
import { VOTE_STORED } from '../voting/index.js';
import { FATE_TOLD } from './contributions.events.js';
import { fateOfMove } from './fate.js';
import { FatesRepository } from './fates.repository.js';
import { LedgerRepository } from './ledger.repository.js';

/** Listens to what happens to proposals and rounds and keeps what became of them. */
@Injectable()
export class KeepLedger implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly ledger: LedgerRepository,
    private readonly fates: FatesRepository,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(PROPOSAL_MOVED, async ({ number, from, to }, manager, mark) => {
      const fate = fateOfMove(from, to);
      if (fate) await this.tell(await this.fates.addOfProposal(number, fate, mark, manager), manager);
    });
    this.outbox.handle(DELIVERY_SLIPPED, async ({ number, milestoneId }, manager, mark) =>
      this.tell(await this.fates.addSlip(number, milestoneId, mark, manager), manager),
    );
    this.outbox.handle(DELIVERY_TOLD, async ({ number }, manager, mark) =>
      this.tell(await this.fates.addNews(number, mark, manager), manager),
    );
    this.outbox.handle(DECISION_PUBLISHED, ({ roundId }, manager, mark) =>
      this.roundEnded(roundId, 'decided', manager, mark),
    );
    this.outbox.handle(ROUND_CANCELLED, async ({ roundId }, manager, mark) => {
      await this.ledger.noteVoters(roundId, manager);
      await this.roundEnded(roundId, 'cancelled', manager, mark);
    });
    this.outbox.handle(VOTE_STORED, async ({ roundId }, manager) => {
      await this.ledger.noteVoters(roundId, manager);
      // Should the decision have been told first, its voters hear of it now.
      for (const fateId of await this.fates.ofRound(roundId, manager)) await this.tell(fateId, manager);
    });
  }

  private async roundEnded(
    roundId: string,
    fate: 'decided' | 'cancelled',
    manager: EntityManager,
    mark: EventMark,
  ): Promise<void> {
    await this.tell(await this.fates.addOfRound(roundId, fate, mark, manager), manager);
  }

  private async tell(fateId: string | undefined, manager: EntityManager): Promise<void> {
    if (fateId) await this.outbox.append(FATE_TOLD, { fateId }, manager);
  }
}
