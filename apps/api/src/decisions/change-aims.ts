import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import type { AimPlan } from './aim.js';
import { AimsRepository } from './aims.repository.js';
import { type Decision, numberOf } from './decision.js';
import { AimLocked } from './decisions.errors.js';
import { DecisionsRepository } from './decisions.repository.js';

/** What is done to the aims of a draft. */
export type AimChange =
  | { readonly kind: 'add'; readonly plan: AimPlan }
  | { readonly kind: 'rewrite'; readonly aimId: string; readonly plan: AimPlan }
  | { readonly kind: 'remove'; readonly aimId: string };

/** Adds, rewrites or removes one aim, as long as the decision is a draft. */
@Injectable()
export class ChangeAims {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly decisions: DecisionsRepository,
    private readonly aims: AimsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the aim's id @throws DecisionNotFound | RoleMissing | SecondFactorNeeded | AimLocked | AimNotFound */
  async execute(user: CurrentUser, number: string, change: AimChange): Promise<string> {
    const { placeId } = await this.decisions.byNumber(numberOf(number));
    await this.authority.mustHold(user, 'officer', placeId);

    return this.database.transaction(async (manager) => {
      const decision = await this.decisions.locked(numberOf(number), manager);
      const aimId = await this.make(decision, change, manager);
      await this.audit.append(
        {
          what: `aim.${PAST[change.kind]}`,
          actorId: user.id,
          subject: `decision:${number}`,
          facts: { aim: aimId },
        },
        manager,
      );
      return aimId;
    });
  }

  private async make({ id, state }: Decision, change: AimChange, manager: EntityManager): Promise<string> {
    if (change.kind !== 'add') await this.aims.locked(id, change.aimId, manager);
    if (state !== 'draft') throw new AimLocked();
    switch (change.kind) {
      case 'add':
        return this.aims.add(id, change.plan, manager);
      case 'rewrite':
        await this.aims.rewrite(change.aimId, change.plan, manager);
        return change.aimId;
      case 'remove':
        await this.aims.remove(change.aimId, manager);
        return change.aimId;
    }
  }
}

const PAST = { add: 'added', rewrite: 'rewritten', remove: 'removed' } as const;
