import { Injectable } from '@nestjs/common';

import { UnknownPlace, UnknownRoleGrant } from '../identity.errors.js';
import { PeopleRepository } from '../people/people.repository.js';
import type { CurrentUser } from '../sessions/current-user.js';
import { Authority } from './authority.js';
import { RoleGrantDto } from './dto/role-grant.dto.js';
import { RolesRepository } from './roles.repository.js';

@Injectable()
export class RolesQueries {
  constructor(
    private readonly authority: Authority,
    private readonly people: PeopleRepository,
    private readonly roles: RolesRepository,
  ) {}

  /** @throws UnknownPlace | RoleMissing | SecondFactorNeeded */
  async within(placeSlug: string, administrator: CurrentUser): Promise<RoleGrantDto[]> {
    const place = await this.people.placeBySlug(placeSlug);
    if (!place) throw new UnknownPlace();
    await this.authority.mustHold(administrator, 'administrator', place.id);
    return (await this.roles.within(place.id)).map(RoleGrantDto.of);
  }

  async one(id: string): Promise<RoleGrantDto> {
    const grant = await this.roles.byId(id);
    if (!grant) throw new UnknownRoleGrant();
    return RoleGrantDto.of(grant);
  }
}
