import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { RoundNow } from './round.js';
import { RoundsRepository } from './rounds.repository.js';

/** Ballots of a round were stored upstairs; the round only knows how many. */
@Injectable()
export class NoteBallotsStored {
  constructor(private readonly rounds: RoundsRepository) {}

  async execute(roundId: string, ballots: number, manager: EntityManager): Promise<void> {
    await this.rounds.noteBallots(roundId, ballots, manager);
  }
}

/** A count of the round was published; it says what is left of the money. */
@Injectable()
export class NoteCountPublished {
  constructor(private readonly rounds: RoundsRepository) {}

  async execute(roundId: string, countId: string, moneyLeft: string, manager: EntityManager): Promise<void> {
    await this.rounds.noteCount(roundId, countId, moneyLeft, manager);
    const event = { what: 'The count was published', by: 'The count', actorId: null };
    await this.rounds.tell(roundId, event, manager);
  }
}

/** The decision on the round was published: from this moment it is decided. */
@Injectable()
export class MarkDecided {
  constructor(private readonly rounds: RoundsRepository) {}

  async execute(roundId: string, decisionNumber: string, manager: EntityManager): Promise<void> {
    await this.rounds.noteDecision(roundId, decisionNumber, manager);
    const event = { what: `Decision ${decisionNumber} was published`, by: 'The decision', actorId: null };
    await this.rounds.tell(roundId, event, manager);
  }
}

/** The ballot box takes no more votes: a round that is still in voting goes on to counting before its time. */
@Injectable()
export class NoteVotingClosed {
  constructor(private readonly rounds: RoundsRepository) {}

  async execute({ id, state }: RoundNow, reason: string, manager: EntityManager): Promise<void> {
    if (state === 'voting') await this.rounds.override(id, 'counting', reason, manager);
    const event = { what: 'Two officers closed the vote', reason, by: 'Two officers', actorId: null };
    await this.rounds.tell(id, event, manager);
  }
}
