import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { RollRounds } from '../roll-rounds.js';
import { AnotherOfficerNeeded, WithdrawalUnknown } from '../roll.errors.js';
import { ParticipationRepository } from '../passes/participation.repository.js';
import { WithdrawalsRepository } from './withdrawals.repository.js';

const FILE_TAKEN_BACK =
  'The file of the council that named you was taken back. Ask again if you are entitled to vote.';

/** A second officer confirms that voters are taken off the roll; any officer may drop the request. */
@Injectable()
export class DecideWithdrawal {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly participation: ParticipationRepository,
    private readonly withdrawals: WithdrawalsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RoundUnknown | RoleMissing | RollFrozen | WithdrawalUnknown | AnotherOfficerNeeded */
  async confirm(user: CurrentUser, slug: string, withdrawal: string): Promise<void> {
    const { id: election } = await this.rounds.for(user, 'officer', slug);
    const open = await this.withdrawals.open(election, withdrawal);
    if (!open) throw new WithdrawalUnknown();
    const own = await this.participation.electorOf(election, user.id);
    const theirOwn = open.person !== null && own?.elector === open.person.elector;
    if (open.askedBy === user.id || theirOwn) throw new AnotherOfficerNeeded();

    await this.database.transaction(async (manager) => {
      await this.rounds.changeable(election, manager);
      const told = open.upload === null ? open.reason : FILE_TAKEN_BACK;
      const removed = await this.withdrawals.confirm(withdrawal, user.id, told, manager);
      if (removed === null) throw new WithdrawalUnknown();
      const facts = { withdrawal, removed };
      const act = { what: 'roll.withdrawal-confirmed', actorId: user.id, subject: `round:${slug}`, facts };
      await this.audit.append(act, manager);
    });
  }

  /** @throws RoundUnknown | RoleMissing | RollFrozen | WithdrawalUnknown */
  async drop(user: CurrentUser, slug: string, withdrawal: string): Promise<void> {
    const { id: election } = await this.rounds.for(user, 'officer', slug);
    if (!(await this.withdrawals.open(election, withdrawal))) throw new WithdrawalUnknown();
    await this.database.transaction(async (manager) => {
      await this.rounds.changeable(election, manager);
      await this.withdrawals.drop(withdrawal, manager);
      const facts = { withdrawal };
      const act = { what: 'roll.withdrawal-dropped', actorId: user.id, subject: `round:${slug}`, facts };
      await this.audit.append(act, manager);
    });
  }
}
