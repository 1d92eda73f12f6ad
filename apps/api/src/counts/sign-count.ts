import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Rounds } from '../rounds/index.js';
import { AlreadySigned, CountNotRun } from './counts.errors.js';
import { CountsRepository } from './counts.repository.js';

/** Signatures a count needs; the database holds the same number. */
const OFFICERS = 2;

/** One officer's signature. The second one, by another officer, signs the count off. */
@Injectable()
export class SignCount {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly rounds: Rounds,
    private readonly counts: CountsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws CountNotFound | RoleMissing | SecondFactorNeeded | CountNotRun | AlreadySigned */
  async execute(user: CurrentUser, countId: string): Promise<void> {
    const { roundId } = await this.counts.byId(countId);
    await this.authority.mustHold(user, 'officer', (await this.rounds.byId(roundId)).placeId);

    await this.database.transaction(async (manager) => {
      const { state, signatures } = await this.counts.locked(countId, manager);
      if (signatures.some(({ personId }) => personId === user.id)) throw new AlreadySigned();
      if (state !== 'run') throw new CountNotRun();

      await this.counts.sign(countId, user.id, manager);
      if (signatures.length + 1 === OFFICERS) await this.counts.signOff(countId, manager);
      await this.audit.append(
        {
          what: 'count.signed',
          actorId: user.id,
          subject: `count:${countId}`,
          facts: { signatures: signatures.length + 1 },
        },
        manager,
      );
    });
  }
}
