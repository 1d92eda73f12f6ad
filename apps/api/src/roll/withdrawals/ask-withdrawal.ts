import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { normalPostcode } from '../../places/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ElectorIntake } from '../electors/elector-intake.js';
import type { SoughtElector } from '../paper/find-elector.js';
import { RollRounds } from '../roll-rounds.js';
import { AlreadyWithdrawn, ElectorUnknown, UploadUnknown } from '../roll.errors.js';
import { UploadsRepository } from '../uploads/uploads.repository.js';
import { type Withdrawn, WithdrawalsRepository } from './withdrawals.repository.js';

/** An officer asks to take back a whole file, or to take one person off. Nothing happens before another confirms. */
@Injectable()
export class AskWithdrawal {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly intake: ElectorIntake,
    private readonly uploads: UploadsRepository,
    private readonly withdrawals: WithdrawalsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RoundUnknown | RoleMissing | RollFrozen | UploadUnknown | AlreadyWithdrawn */
  async ofUpload(user: CurrentUser, slug: string, upload: string, reason: string): Promise<void> {
    const { id: election } = await this.rounds.for(user, 'officer', slug);
    if (!(await this.uploads.exists(election, upload))) throw new UploadUnknown();
    await this.ask(user, slug, election, { upload }, reason);
  }

  /**
   * @param sought what the officer knows of the person, for the second officer to check: it has to agree with the entry
   * @throws RoundUnknown | RoleMissing | RollFrozen | NotEntitled | ElectorUnknown | AlreadyWithdrawn
   */
  async ofPerson(
    user: CurrentUser,
    slug: string,
    elector: string,
    { fullName, dateOfBirth, postcode, house, uprn }: SoughtElector,
    reason: string,
  ): Promise<void> {
    const { id: election } = await this.rounds.for(user, 'officer', slug);
    const home = { postcode: normalPostcode(postcode), house, uprn: uprn ?? null };
    const details = { fullName, dateOfBirth, home, email: null };
    const likely = await this.intake.likely(election, this.intake.keysOf(details, election));
    if (!likely.some((one) => one.elector === elector)) throw new ElectorUnknown();
    await this.ask(user, slug, election, { elector, details }, reason);
  }

  private async ask(
    user: CurrentUser,
    slug: string,
    election: string,
    what: Withdrawn,
    reason: string,
  ): Promise<void> {
    const withdrawal = randomUUID();
    await this.database.transaction(async (manager) => {
      await this.rounds.changeable(election, manager);
      const isNew = await this.withdrawals.ask(withdrawal, election, what, reason, user.id, manager);
      if (!isNew) throw new AlreadyWithdrawn();
      const facts = { withdrawal, upload: 'upload' in what ? what.upload : null };
      const act = { what: 'roll.withdrawal-asked', actorId: user.id, subject: `round:${slug}`, facts };
      await this.audit.append(act, manager);
    });
  }
}
