import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AuditLog } from '../../platform/audit/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { RollRounds } from '../roll-rounds.js';
import { NoVoteHere, RollNotDue } from '../roll.errors.js';
import { FreezeRoll } from './freeze-roll.js';
import { FrozenRepository } from './frozen.repository.js';
import { IssuerKeysRepository } from './issuer-keys.repository.js';
import { IssuerKeys } from './issuer-keys.js';
import { SendNotices } from './send-notices.js';

/** From these states no round comes back to voting. */
const OVER: ReadonlySet<string> = new Set(['decided', 'delivering', 'closed', 'cancelled']);

/** What happens to rolls when nobody looks. */
@Injectable()
export class RollJobs implements OnApplicationBootstrap {
  private readonly log = new Logger('roll');

  constructor(
    private readonly jobs: Jobs,
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly freezeRoll: FreezeRoll,
    private readonly frozen: FrozenRepository,
    private readonly keys: IssuerKeys,
    private readonly keysKept: IssuerKeysRepository,
    private readonly notices: SendNotices,
    private readonly audit: AuditLog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.everyMinute('roll.keep', () => this.keep());
    await this.jobs.everyMinute('roll.notices', () => this.notices.execute());
  }

  /** Freezes the rolls that are due and destroys the private keys of votes that are over. */
  async keep(): Promise<void> {
    for (const election of await this.frozen.notFrozen()) {
      await this.freezeRoll.execute(election).catch((refused: unknown) => {
        if (!(refused instanceof RollNotDue || refused instanceof NoVoteHere)) throw refused;
      });
    }
    for (const election of await this.keysKept.electionsWithPrivateKey()) await this.destroyIfOver(election);
  }

  private async destroyIfOver(election: string): Promise<void> {
    const { state, slug, publishedCountId } = await this.rounds.byId(election);
    if (!OVER.has(state) && publishedCountId === null) return;
    this.keys.forget(election);
    await this.database.transaction(async (manager) => {
      if (!(await this.keysKept.destroyPrivate(election, manager))) return;
      await this.audit.append(
        { what: 'roll.issuer-keys-destroyed', actorId: null, subject: `round:${slug}` },
        manager,
      );
    });
    this.log.log('the private issuer keys of a round that is over were destroyed');
  }
}
