import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { RollRounds } from '../roll-rounds.js';
import {
  AnotherOfficerNeeded,
  ElectorUnknown,
  NothingToReissue,
  ReissueUnknown,
  VotingNotOpen,
} from '../roll.errors.js';
import { ElectorsRepository } from '../electors/electors.repository.js';
import { ParticipationRepository } from './participation.repository.js';
import { ReissuesRepository } from './reissues.repository.js';

/**
 * Lets somebody whose pass was lost before they voted ask for another one. Nobody can see whether a vote was cast
 * with the first, so each reissue is a possible second vote: two officers, a reason, and a published count.
 */
@Injectable()
export class ReissuePass {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly electors: ElectorsRepository,
    private readonly participation: ParticipationRepository,
    private readonly reissues: ReissuesRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RoundUnknown | RoleMissing | VotingNotOpen | ElectorUnknown | AnotherOfficerNeeded | NothingToReissue */
  async ask(user: CurrentUser, slug: string, elector: string, reason: string): Promise<string> {
    const election = await this.votingRound(user, slug);
    await this.mustNotBe(user, election, elector);
    return this.database.transaction(async (manager) => {
      if (!(await this.electors.exists(election, elector, manager))) throw new ElectorUnknown();
      const held = await this.participation.of(election, elector, manager);
      if (held?.channel !== 'online') throw new NothingToReissue();
      const reissue = await this.reissues.ask(election, elector, reason, user.id, manager);
      if (!reissue) throw new NothingToReissue();
      await this.note('roll.reissue-asked', user, slug, reissue, manager);
      return reissue;
    });
  }

  /** @throws RoundUnknown | RoleMissing | VotingNotOpen | ReissueUnknown | AnotherOfficerNeeded | NothingToReissue */
  async confirm(user: CurrentUser, slug: string, reissue: string): Promise<void> {
    const election = await this.votingRound(user, slug);
    await this.database.transaction(async (manager) => {
      const open = await this.reissues.open(election, reissue, manager);
      if (!open) throw new ReissueUnknown();
      if (open.askedBy === user.id) throw new AnotherOfficerNeeded();
      await this.mustNotBe(user, election, open.elector);
      if (!(await this.participation.giveUp(election, open.elector, manager))) throw new NothingToReissue();
      await this.reissues.confirm(reissue, user.id, manager);
      await this.note('roll.reissue-confirmed', user, slug, reissue, manager);
    });
  }

  private async votingRound(user: CurrentUser, slug: string): Promise<string> {
    const { id, state } = await this.rounds.for(user, 'officer', slug);
    if (state !== 'voting') throw new VotingNotOpen(state);
    return id;
  }

  private async mustNotBe(user: CurrentUser, election: string, elector: string): Promise<void> {
    const own = await this.participation.electorOf(election, user.id);
    if (own?.elector === elector) throw new AnotherOfficerNeeded();
  }

  private async note(
    what: string,
    user: CurrentUser,
    slug: string,
    reissue: string,
    manager: Parameters<AuditLog['append']>[1],
  ): Promise<void> {
    await this.audit.append(
      { what, actorId: user.id, subject: `round:${slug}`, facts: { reissue } },
      manager,
    );
  }
}
