import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../identity/index.js';
import { type Allowance, RateLimits } from '../platform/limits/index.js';
import { Rounds, RoundUnknown } from '../rounds/index.js';
import { RoundNotTakingIdeas } from './proposals.errors.js';
import { ProposalsRepository } from './proposals.repository.js';

const STARTING: Allowance = { name: 'proposal-start', points: 60, seconds: 3600 };

/** Begins a draft that only its author sees. It lies in the round's own place until the author says where. */
@Injectable()
export class StartProposal {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: Rounds,
    private readonly limits: RateLimits,
    private readonly proposals: ProposalsRepository,
  ) {}

  /** @returns its number @throws RoundUnknown | RoundNotTakingIdeas | TooManyTries */
  async execute(user: CurrentUser, roundSlug: string, title: string): Promise<number> {
    const round = await this.rounds.bySlug(roundSlug);
    if (round.state === 'draft') throw new RoundUnknown();
    if (round.state !== 'ideas') throw new RoundNotTakingIdeas(round.state);
    await this.limits.take(STARTING, user.id);
    const { id: roundId, placeId, currency } = round;
    return this.database.transaction((manager) =>
      this.proposals.start({ roundId, authorId: user.id, title: title.trim(), placeId, currency }, manager),
    );
  }
}
