import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { FreezePaper } from './freeze-paper.js';
import { RoundActs } from './round-acts.js';
import type { OverridePhase } from './round-state.js';
import type { RoundNow } from './round.js';
import { PaperFrozen, RoundAlreadyCounted, RoundNotOpen } from './rounds.errors.js';
import { RoundsRepository } from './rounds.repository.js';
import { VoteGuardSource } from './vote-guard.js';

/** Moves a round to another phase than its timetable says, for a reason that everybody can read. */
@Injectable()
export class OverrideRoundPhase {
  constructor(
    private readonly acts: RoundActs,
    private readonly rounds: RoundsRepository,
    private readonly freezePaper: FreezePaper,
    private readonly vote: VoteGuardSource,
  ) {}

  /** @throws RoundUnknown | RoundNotOpen | PaperFrozen | RoundAlreadyCounted | RoleMissing | what the vote refuses */
  async execute(user: CurrentUser, slug: string, phase: OverridePhase, reason: string): Promise<void> {
    await this.acts.act(user, slug, async (round, manager) => {
      mayMove(round, phase);
      await this.vote.mustAllow(round.id, phase, manager);
      await this.rounds.override(round.id, phase, reason, manager);
      await this.freezePaper.within(round.id, manager);
      return { audited: 'phase-overridden', what: `Moved to ${phase}`, reason };
    });
  }
}

function mayMove(round: RoundNow, phase: OverridePhase): void {
  const counted = round.ballots !== null || round.publishedCountId !== null || round.decidedAt !== null;
  if (!round.openedAt || round.state === 'cancelled') throw new RoundNotOpen();
  if (round.paperSha256 && (phase === 'ideas' || phase === 'review')) throw new PaperFrozen();
  if (counted && phase === 'voting') throw new RoundAlreadyCounted();
}
