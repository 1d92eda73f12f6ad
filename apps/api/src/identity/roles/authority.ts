import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { RoleMissing, SecondFactorNeeded } from '../identity.errors.js';
import type { CurrentUser } from '../sessions/current-user.js';
import { NEED_SECOND_FACTOR, type Role } from './role.js';

type Roles = Role | readonly Role[];

/**
 * Says who may do what where. Reads the database each time, so a revoked role is gone at once.
 * A role held for a council covers its wards and their estates.
 */
@Injectable()
export class Authority {
  constructor(private readonly database: DataSource) {}

  /** @throws RoleMissing | SecondFactorNeeded */
  async mustHold(user: CurrentUser, roles: Roles, placeId: string): Promise<void> {
    const held = await this.held(user, roles, placeId);
    if (held.length === 0) throw new RoleMissing();
    if (!held.some((role) => usable(role, user))) throw new SecondFactorNeeded();
  }

  /** For what belongs to no one place: the role is held for some place today. @throws RoleMissing | SecondFactorNeeded */
  async mustHoldSomewhere(user: CurrentUser, roles: Roles): Promise<void> {
    const held = await this.database.query<{ role: Role }[]>(
      'SELECT DISTINCT role FROM roles_in_force WHERE person_id = $1 AND role = ANY ($2::text[])',
      [user.id, [roles].flat()],
    );
    if (held.length === 0) throw new RoleMissing();
    if (!held.some(({ role }) => usable(role, user))) throw new SecondFactorNeeded();
  }

  async holds(user: CurrentUser | undefined, roles: Roles, placeId: string): Promise<boolean> {
    return user !== undefined && (await this.held(user, roles, placeId)).some((role) => usable(role, user));
  }

  /** Ids of every place somebody may use one of these roles for; empty without a second factor where it is needed. */
  async placesOf(user: CurrentUser, roles: Roles): Promise<string[]> {
    const rows = await this.database.query<{ role: Role; placeId: string }[]>(
      `SELECT DISTINCT r.role, below AS "placeId"
       FROM roles_in_force r CROSS JOIN LATERAL place_and_descendants(r.place_id) AS below
       WHERE r.person_id = $1 AND r.role = ANY ($2::text[])`,
      [user.id, [roles].flat()],
    );
    return [...new Set(rows.filter(({ role }) => usable(role, user)).map(({ placeId }) => placeId))];
  }

  /** Everybody who holds a role for a place, by name. Names of officers and reviewers: adults all. */
  holdersOf(role: Role, placeId: string): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      `SELECT DISTINCT p.id, p.display_name AS name FROM roles_in_force r JOIN people p ON p.id = r.person_id
       WHERE r.role = $1 AND r.place_id IN (SELECT place_and_ancestors($2::uuid)) AND p.left_at IS NULL
       ORDER BY name, id`,
      [role, placeId],
    );
  }

  private async held({ id }: CurrentUser, roles: Roles, placeId: string): Promise<Role[]> {
    const rows = await this.database.query<{ role: Role }[]>(
      `SELECT DISTINCT role FROM roles_in_force
       WHERE person_id = $1 AND role = ANY ($2::text[]) AND place_id IN (SELECT place_and_ancestors($3::uuid))`,
      [id, [roles].flat(), placeId],
    );
    return rows.map(({ role }) => role);
  }
}

function usable(role: Role, { secondFactor }: CurrentUser): boolean {
  return secondFactor || !NEED_SECOND_FACTOR.has(role);
}
