import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { Outbox } from '../platform/events/index.js';
import { RoundActs } from './round-acts.js';
import { RoundAlreadyDecided, RoundNotOpen } from './rounds.errors.js';
import { ROUND_CANCELLED } from './rounds.events.js';
import { RoundsRepository } from './rounds.repository.js';
import { VoteGuardSource } from './vote-guard.js';

/** Ends a round without an outcome. Its page stays, with the reason. */
@Injectable()
export class CancelRound {
  constructor(
    private readonly acts: RoundActs,
    private readonly rounds: RoundsRepository,
    private readonly outbox: Outbox,
    private readonly vote: VoteGuardSource,
  ) {}

  /** @throws RoundUnknown | RoundNotOpen | RoundAlreadyDecided | RoleMissing | what the vote refuses */
  async execute(user: CurrentUser, slug: string, reason: string): Promise<void> {
    await this.acts.act(user, slug, async (round, manager) => {
      if (!round.openedAt || round.state === 'cancelled') throw new RoundNotOpen();
      if (round.decidedAt) throw new RoundAlreadyDecided();
      await this.vote.mustAllow(round.id, 'cancelled', manager);
      await this.rounds.cancel(round.id, reason, manager);
      await this.outbox.append(ROUND_CANCELLED, { roundId: round.id }, manager);
      return { audited: 'cancelled', what: 'Cancelled', reason };
    });
  }
}
