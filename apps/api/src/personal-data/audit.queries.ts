import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser, PersonLabels } from '../identity/index.js';
import {
  type AuditFilter,
  AuditReading,
  type ChainReport,
  type StoredEvent,
} from '../platform/audit/index.js';

const READERS = ['auditor', 'administrator'] as const;
const PAGE_SIZE = 50;

/** The audit log for auditors: what was done, by which role, to what; never by whom by name. */
@Injectable()
export class AuditQueries {
  constructor(
    private readonly authority: Authority,
    private readonly labels: PersonLabels,
    private readonly reading: AuditReading,
  ) {}

  /** @throws RoleMissing | SecondFactorNeeded */
  async page(
    user: CurrentUser,
    filter: AuditFilter,
    page: number,
  ): Promise<{ items: { event: StoredEvent; by: string }[]; total: number; pageSize: number }> {
    await this.authority.mustHoldSomewhere(user, READERS);
    const { items, total } = await this.reading.page(filter, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    const roles = await this.labels.rolesOf(items.flatMap(({ actorId }) => actorId ?? []));
    return {
      items: items.map((event) => ({
        event,
        by: event.actorId === null ? 'system' : (roles.get(event.actorId) ?? 'none'),
      })),
      total,
      pageSize: PAGE_SIZE,
    };
  }

  /** @throws RoleMissing | SecondFactorNeeded */
  async verify(user: CurrentUser): Promise<ChainReport> {
    await this.authority.mustHoldSomewhere(user, READERS);
    return this.reading.verify();
  }
}
