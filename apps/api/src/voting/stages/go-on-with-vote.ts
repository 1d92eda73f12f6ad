import { DomainError } from '@commonthread/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Rounds } from '../../rounds/index.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { VoteSteps } from './vote-steps.js';

/**
 * Takes a vote as far as it goes by itself. Every step may be done again after a crash; a step that does not work
 * leaves its reason for the officers and is tried again.
 */
@Injectable()
export class GoOnWithVote {
  private readonly log = new Logger('voting');

  constructor(
    private readonly database: DataSource,
    private readonly rounds: Rounds,
    private readonly votes: HeldVotesRepository,
    private readonly steps: VoteSteps,
  ) {}

  /** Never throws for what a step refuses: the reason is kept with the vote. */
  async execute(roundId: string): Promise<void> {
    try {
      while (await this.step(roundId));
    } catch (error) {
      if (!(error instanceof DomainError)) {
        this.log.error(
          error instanceof Error ? (error.stack ?? error.message) : 'thrown value is not an Error',
        );
      }
      await this.votes.failed(
        roundId,
        error instanceof DomainError ? error.message : 'Something went wrong on our side. It is tried again.',
      );
    }
  }

  /** @returns whether another step may follow */
  private async step(roundId: string): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      if (!(await this.votes.takeTurn(roundId, manager))) return false;
      // Read once it is our turn: an officer who moved the round a moment ago held the turn.
      const round = await this.rounds.byId(roundId);
      const held = await this.votes.of(roundId, manager);
      return held !== undefined && this.steps.next(held, round, manager);
    });
  }
}
