import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Authority, type CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Rounds } from '../../rounds/index.js';
import { DepartmentsRepository } from '../departments/departments.repository.js';
import { NothingAsked } from '../reviews.errors.js';
import { type PlannedCriterion, PlansRepository } from './plans.repository.js';

const READERS = ['officer', 'auditor', 'reviewer'] as const;

/** What a round asks of its proposals, of which department and by when. Reviews that have begun keep what they were asked. */
@Injectable()
export class PlanReview {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly rounds: Rounds,
    private readonly departments: DepartmentsRepository,
    private readonly plans: PlansRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded */
  async read(user: CurrentUser, slug: string): Promise<PlannedCriterion[]> {
    const round = await this.rounds.bySlug(slug);
    await this.authority.mustHold(user, READERS, round.placeId);
    return this.plans.of(round.id);
  }

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded | NothingAsked | DepartmentElsewhere */
  async execute(user: CurrentUser, slug: string, changes: readonly PlannedCriterion[]): Promise<void> {
    const round = await this.rounds.bySlug(slug);
    await this.authority.mustHold(user, 'officer', round.placeId);
    for (const id of new Set(changes.flatMap(({ departmentId }) => departmentId ?? []))) {
      await this.departments.workingFor(round.placeId, id);
    }
    await this.database.transaction(async (manager) => {
      await this.plans.put(round.id, changes, manager);
      const plan = await this.plans.of(round.id, manager);
      const used = plan.filter((one) => one.used).map(({ criterion }) => criterion);
      if (used.length === 0) throw new NothingAsked();
      await this.audit.append(
        {
          what: 'review.planned',
          actorId: user.id,
          subject: `round:${slug}`,
          facts: { used: used.join(' ') },
        },
        manager,
      );
    });
  }
}
