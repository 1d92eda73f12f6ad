import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AuditLog } from '../../platform/audit/index.js';
import { IssuerKeysRepository } from '../passes/issuer-keys.repository.js';
import { IssuerKeys } from '../passes/issuer-keys.js';
import { RollRounds } from '../roll-rounds.js';

/** From these states no round comes back to voting. */
const OVER: ReadonlySet<string> = new Set(['decided', 'delivering', 'closed', 'cancelled']);

/** Destroys the private keys of votes that are over, so that nobody can make passes for them any more. */
@Injectable()
export class DestroyIssuerKeys {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly opened: IssuerKeys,
    private readonly keys: IssuerKeysRepository,
    private readonly audit: AuditLog,
  ) {}

  async execute(): Promise<void> {
    for (const election of await this.keys.electionsWithPrivateKey()) {
      const { state, slug, publishedCountId } = await this.rounds.byId(election);
      if (OVER.has(state) || publishedCountId !== null) await this.destroy(election, slug);
    }
  }

  private async destroy(election: string, slug: string): Promise<void> {
    this.opened.forget(election);
    await this.database.transaction(async (manager) => {
      if (!(await this.keys.destroyPrivate(election, manager))) return;
      await this.audit.append(
        { what: 'roll.issuer-keys-destroyed', actorId: null, subject: `round:${slug}` },
        manager,
      );
    });
  }
}
