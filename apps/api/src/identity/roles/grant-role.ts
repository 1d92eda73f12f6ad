import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AuditLog } from '../../platform/audit/index.js';
import {
  OwnRole,
  RoleAlreadyHeld,
  RoleDatesReversed,
  TooYoungForRole,
  UnknownPerson,
  UnknownPlace,
} from '../identity.errors.js';
import { ADULT_YEARS, yearsBetween } from '../people/age.js';
import { PeopleRepository } from '../people/people.repository.js';
import type { CurrentUser } from '../sessions/current-user.js';
import { Authority } from './authority.js';
import { FOR_ADULTS, type Role } from './role.js';
import { RolesRepository } from './roles.repository.js';

export interface GrantRoleInput {
  readonly administrator: CurrentUser;
  readonly email: string;
  readonly role: Role;
  readonly placeSlug: string;
  /** YYYY-MM-DD; today when left out. */
  readonly from?: string | undefined;
  /** Last day, YYYY-MM-DD; until revoked when left out. */
  readonly to?: string | null | undefined;
}

@Injectable()
export class GrantRole {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly people: PeopleRepository,
    private readonly roles: RolesRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns id of the grant
   * @throws UnknownPlace | RoleMissing | SecondFactorNeeded | UnknownPerson | OwnRole | TooYoungForRole |
   *   RoleDatesReversed | RoleAlreadyHeld
   */
  async execute({ administrator, email, role, placeSlug, from, to = null }: GrantRoleInput): Promise<string> {
    const place = await this.people.placeBySlug(placeSlug);
    if (!place) throw new UnknownPlace();
    await this.authority.mustHold(administrator, 'administrator', place.id);
    const person = await this.people.byEmail(email);
    if (!person?.confirmed) throw new UnknownPerson();
    if (person.id === administrator.id) throw new OwnRole();
    const today = await this.people.today();
    const firstDay = from ?? today;
    if (to !== null && to < firstDay) throw new RoleDatesReversed();
    if (FOR_ADULTS.has(role) && yearsBetween(person.dateOfBirth, today) < ADULT_YEARS) {
      throw new TooYoungForRole();
    }

    return this.database.transaction(async (manager) => {
      const grant = { personId: person.id, role, placeId: place.id, from: firstDay, to };
      const id = await this.roles.grant({ ...grant, grantedBy: administrator.id }, manager);
      if (!id) throw new RoleAlreadyHeld();
      await this.audit.append(
        {
          what: 'role.granted',
          actorId: administrator.id,
          subject: `person:${person.id}`,
          facts: { grant: id, role, place: placeSlug, from: firstDay, to },
        },
        manager,
      );
      return id;
    });
  }
}
