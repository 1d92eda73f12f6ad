import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import type { RoundNow } from './round.js';
import { RoundUnknown } from './rounds.errors.js';
import { RoundsRepository } from './rounds.repository.js';
import { Rounds } from './rounds.js';

export interface RoundAct {
  /** Past tense, for the audit log: `opened`. */
  readonly audited: string;
  /** In plain words, for the public history. */
  readonly what: string;
  readonly reason?: string;
}

/** What every act of an officer on a round shares: who may, the lock, the history and the audit log. */
@Injectable()
export class RoundActs {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly lookUp: Rounds,
    private readonly rounds: RoundsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param work decides on the locked round and stores; its refusals undo everything
   * @throws RoundUnknown, also for a draft of a place where the user is no officer | RoleMissing | SecondFactorNeeded
   */
  async act(
    user: CurrentUser,
    slug: string,
    work: (round: RoundNow, manager: EntityManager) => Promise<RoundAct>,
  ): Promise<void> {
    const { id, placeId, state } = await this.lookUp.bySlug(slug);
    const officer = await this.authority.holds(user, 'officer', placeId);
    if (!officer && state === 'draft') throw new RoundUnknown();
    if (!officer) await this.authority.mustHold(user, 'officer', placeId);

    await this.database.transaction(async (manager) => {
      const round = await this.lookUp.locked(id, manager);
      const { audited, what, reason } = await work(round, manager);
      await this.rounds.tell(
        id,
        { what, by: 'An officer', actorId: user.id, ...(reason !== undefined && { reason }) },
        manager,
      );
      await this.audit.append(
        { what: `round.${audited}`, actorId: user.id, subject: `round:${slug}`, facts: { act: what } },
        manager,
      );
    });
  }
}
