import { Injectable } from '@nestjs/common';

import type { EntityManager } from 'typeorm';

import type { CurrentUser } from '../identity/index.js';
import { FreezePaper } from './freeze-paper.js';
import { whyNotTo } from './move-rules.js';
import { PaperProjectsSource } from './paper-projects.js';
import { RoundActs } from './round-acts.js';
import type { OverridePhase } from './round-state.js';
import type { RoundNow } from './round.js';
import {
  LeavesUnanswered,
  PaperEmpty,
  PaperFrozen,
  RoundAlreadyCounted,
  RoundNotOpen,
} from './rounds.errors.js';
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
    private readonly projects: PaperProjectsSource,
  ) {}

  /**
   * @throws RoundUnknown | RoundNotOpen | PaperFrozen | RoundAlreadyCounted | VoteSkipped | NotDecidedYet | PaperEmpty |
   *   LeavesUnanswered | RoleMissing | what the vote refuses
   */
  async execute(user: CurrentUser, slug: string, phase: OverridePhase, reason: string): Promise<void> {
    await this.acts.act(user, slug, async (round, manager) => {
      mayMove(round, phase);
      await this.vote.mustAllow(round.id, phase, manager);
      const fault = whyNotTo(phase, round);
      if (fault) throw fault;
      if (phase === 'voting') await this.mustBeReadyForVote(round, manager);
      await this.rounds.override(round.id, phase, reason, manager);
      await this.freezePaper.within(round.id, manager);
      return { audited: 'phase-overridden', what: `Moved to ${phase}`, reason };
    });
  }

  /** A paper freezes with what is accepted, for good, and whoever is unanswered then stays so. */
  private async mustBeReadyForVote({ id, paperSha256 }: RoundNow, manager: EntityManager): Promise<void> {
    if (paperSha256) return;
    const { accepted, unanswered } = await this.projects.standing(id, manager);
    if (unanswered.length > 0) throw new LeavesUnanswered(unanswered);
    if (accepted === 0) throw new PaperEmpty();
  }
}

function mayMove(round: RoundNow, phase: OverridePhase): void {
  const counted = round.ballots !== null || round.publishedCountId !== null || round.decidedAt !== null;
  if (!round.openedAt || round.state === 'cancelled') throw new RoundNotOpen();
  if (round.paperSha256 && (phase === 'ideas' || phase === 'review')) throw new PaperFrozen();
  if (counted && phase === 'voting') throw new RoundAlreadyCounted();
}
