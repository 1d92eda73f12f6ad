import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { whyNotOpen } from './move-rules.js';
import { RoundActs } from './round-acts.js';
import { RoundAlreadyOpen } from './rounds.errors.js';
import { RoundsRepository } from './rounds.repository.js';

/** Lets the timetable of a draft begin. Before its first phase it stays a draft. */
@Injectable()
export class OpenRound {
  constructor(
    private readonly acts: RoundActs,
    private readonly rounds: RoundsRepository,
  ) {}

  /** @throws RoundUnknown | RoundAlreadyOpen | DatesPassed | RoleMissing */
  async execute(user: CurrentUser, slug: string): Promise<void> {
    await this.acts.act(user, slug, async (round, manager) => {
      if (round.openedAt) throw new RoundAlreadyOpen();
      const fault = whyNotOpen(round);
      if (fault) throw fault;
      await this.rounds.open(round.id, manager);
      return { audited: 'opened', what: 'Opened' };
    });
  }
}
