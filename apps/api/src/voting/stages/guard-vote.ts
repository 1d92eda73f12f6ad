import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type OverridePhase, type VoteGuard, VoteGuardSource } from '../../rounds/index.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { VoteIsOver, VoteStillOpen } from '../voting.errors.js';

/**
 * Keeps a round and its ballot box together. An officer who moves or cancels a round acts alone; a vote is ended by
 * two. So an open vote is closed first, and a closed one is never taken up again.
 */
@Injectable()
export class GuardVote implements VoteGuard, OnModuleInit {
  constructor(
    private readonly source: VoteGuardSource,
    private readonly votes: HeldVotesRepository,
  ) {}

  onModuleInit(): void {
    this.source.plugIn(this);
  }

  /** @throws VoteStillOpen | VoteIsOver */
  async mustAllow(roundId: string, to: OverridePhase | 'cancelled', manager: EntityManager): Promise<void> {
    await this.votes.waitForTurn(roundId, manager);
    const held = await this.votes.locked(roundId, manager);
    // Before its manifest is fixed the ballot box has heard nothing of the round.
    if (!held?.manifest) return;
    const isOpen = held.stage === 'opening' || held.stage === 'open';
    if (isOpen && to !== 'voting') throw new VoteStillOpen();
    if (!isOpen && to === 'voting') throw new VoteIsOver();
  }
}
