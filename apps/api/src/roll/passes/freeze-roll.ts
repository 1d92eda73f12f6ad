import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AuditLog } from '../../platform/audit/index.js';
import { STYLE } from '../electors/elector-intake.js';
import { ElectorsRepository } from '../electors/electors.repository.js';
import { RollRounds } from '../roll-rounds.js';
import { RollNotDue } from '../roll.errors.js';
import { FrozenRepository } from './frozen.repository.js';
import { IssuerKeysRepository } from './issuer-keys.repository.js';
import { IssuerKeys } from './issuer-keys.js';

/**
 * Fixes the roll of a round whose voting has opened, and makes the keys that sign its passes. A job of every minute
 * and everybody who asks for a pass call this; only the first call does anything.
 */
@Injectable()
export class FreezeRoll {
  /** Of those who ask at once, one makes the key. */
  private readonly freezing = new Map<string, Promise<void>>();

  constructor(
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly electors: ElectorsRepository,
    private readonly keys: IssuerKeys,
    private readonly keysKept: IssuerKeysRepository,
    private readonly frozen: FrozenRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RoundUnknown | NoVoteHere | RollNotDue before voting opens */
  async execute(roundId: string): Promise<void> {
    const begun = this.freezing.get(roundId);
    if (begun) return begun;
    const freezing = this.freeze(roundId).finally(() => this.freezing.delete(roundId));
    this.freezing.set(roundId, freezing);
    return freezing;
  }

  private async freeze(roundId: string): Promise<void> {
    if (await this.frozen.isFrozen(roundId)) return;
    const { frozen, slug } = await this.rounds.byId(roundId);
    if (!frozen) throw new RollNotDue();
    const key = await this.keys.newKey(); // before the lock: it takes a good part of a second
    await this.database.transaction(async (manager) => {
      await this.rounds.locked(roundId, manager);
      const electors = await this.electors.count(roundId, manager);
      await this.keysKept.add(roundId, STYLE, key, manager);
      if (!(await this.frozen.freeze(roundId, electors, manager))) return;
      await this.audit.append(
        { what: 'roll.frozen', actorId: null, subject: `round:${slug}`, facts: { electors } },
        manager,
      );
    });
  }
}
