import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AuditLog } from '../../platform/audit/index.js';
import { SpentRollsRepository } from './spent-rolls.repository.js';

/** Days after the vote in which its outcome may be challenged. */
const CHALLENGE_DAYS = 183;

/** Deletes who took part once nobody can challenge the vote any more. Counts stay. */
@Injectable()
export class DestroySpentRolls {
  constructor(
    private readonly database: DataSource,
    private readonly rolls: SpentRollsRepository,
    private readonly audit: AuditLog,
  ) {}

  async execute(): Promise<void> {
    for (const { election, slug } of await this.rolls.spent(CHALLENGE_DAYS)) {
      await this.database.transaction(async (manager) => {
        await this.rolls.destroy(election, manager);
        await this.audit.append({ what: 'roll.destroyed', actorId: null, subject: `round:${slug}` }, manager);
      });
    }
  }
}
