import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { Rounds } from '../../rounds/index.js';
import { VotingRounds } from '../voting-rounds.js';
import { EndVote } from './end-vote.js';
import { GoOnWithVote } from './go-on-with-vote.js';

/** Two officers end the voting before its time. The first one asks, nothing ends before the second says so too. */
@Injectable()
export class CloseVote {
  constructor(
    private readonly database: DataSource,
    private readonly votingRounds: VotingRounds,
    private readonly rounds: Rounds,
    private readonly endVote: EndVote,
    private readonly goOn: GoOnWithVote,
  ) {}

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded | NoVoteHeld | NotAtThisStage */
  async execute(user: CurrentUser, slug: string, reason: string): Promise<void> {
    const { id } = await this.votingRounds.forOfficer(user, slug);
    const ended = await this.database.transaction(async (manager) => {
      const round = await this.rounds.locked(id, manager);
      return this.endVote.within(round, { officer: user.id, reason }, manager);
    });
    if (ended) await this.goOn.execute(id);
  }
}
