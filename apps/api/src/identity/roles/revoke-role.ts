import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AuditLog } from '../../platform/audit/index.js';
import { UnknownRoleGrant } from '../identity.errors.js';
import type { CurrentUser } from '../sessions/current-user.js';
import { mindTheLast } from './an-administrator-remains.js';
import { Authority } from './authority.js';
import { RolesRepository } from './roles.repository.js';

@Injectable()
export class RevokeRole {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly roles: RolesRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Takes effect with the person's next request. @throws UnknownRoleGrant | RoleMissing | SecondFactorNeeded | LastAdministrator */
  async execute(administrator: CurrentUser, grantId: string): Promise<void> {
    const grant = await this.roles.byId(grantId);
    if (!grant) throw new UnknownRoleGrant();
    await this.authority.mustHold(administrator, 'administrator', grant.placeId);

    await this.database.transaction(async (manager) => {
      const revoked = await this.roles.revoke(grantId, manager).catch(mindTheLast(grant.place.name));
      if (!revoked) throw new UnknownRoleGrant();
      await this.audit.append(
        {
          what: 'role.revoked',
          actorId: administrator.id,
          subject: `person:${grant.personId}`,
          facts: { grant: grantId, role: grant.role, place: grant.place.slug },
        },
        manager,
      );
    });
  }
}
