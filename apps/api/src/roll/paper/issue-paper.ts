import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ElectorsRepository } from '../electors/electors.repository.js';
import { FreezeRoll } from '../passes/freeze-roll.js';
import { ParticipationRepository } from '../passes/participation.repository.js';
import { RollRounds } from '../roll-rounds.js';
import { ElectorUnknown, PassAlreadyIssued, VotingNotOpen } from '../roll.errors.js';

/** Marks an elector before a sheet is handed out. The same row as an online pass: whoever comes second gets nothing. */
@Injectable()
export class IssuePaper {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly electors: ElectorsRepository,
    private readonly participation: ParticipationRepository,
    private readonly freeze: FreezeRoll,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RoundUnknown | RoleMissing | VotingNotOpen | ElectorUnknown | PassAlreadyIssued, also for a second sheet */
  async execute(user: CurrentUser, slug: string, elector: string): Promise<void> {
    const { id: election, state } = await this.rounds.for(user, ['officer', 'facilitator'], slug);
    if (state !== 'voting') throw new VotingNotOpen(state);
    await this.freeze.execute(election);
    await this.database.transaction(async (manager) => {
      if (!(await this.electors.exists(election, elector, manager))) throw new ElectorUnknown();
      if (!(await this.participation.takePaper(election, elector, manager))) {
        const held = await this.participation.of(election, elector, manager);
        throw new PassAlreadyIssued(held?.channel ?? 'online');
      }
      await this.audit.append(
        { what: 'roll.paper-issued', actorId: user.id, subject: `round:${slug}` },
        manager,
      );
    });
  }
}
