import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Role } from './role.js';

export interface RoleGrant {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  readonly placeId: string;
  readonly place: { slug: string; name: string; kind: 'council' | 'ward' | 'estate' };
  /** YYYY-MM-DD */
  readonly from: string;
  /** Last day, YYYY-MM-DD; `null` until revoked. */
  readonly to: string | null;
}

export interface NewRoleGrant {
  readonly personId: string;
  readonly role: Role;
  readonly placeId: string;
  readonly from: string;
  readonly to: string | null;
  readonly grantedBy: string;
}

const GRANTS = `
  SELECT r.id, r.person_id AS "personId", p.email, p.display_name AS "displayName", r.role, r.place_id AS "placeId",
    jsonb_build_object('slug', pl.slug, 'name', pl.name, 'kind', pl.kind) AS place,
    r.from_date::text AS "from", r.to_date::text AS "to"
  FROM held_roles r JOIN people p ON p.id = r.person_id JOIN places pl ON pl.id = r.place_id
  WHERE r.revoked_at IS NULL AND p.left_at IS NULL`;

@Injectable()
export class RolesRepository {
  constructor(private readonly database: DataSource) {}

  /** Not revoked and not over, in a place and all within it; those still to begin too. */
  within(placeId: string): Promise<RoleGrant[]> {
    return this.database.query<RoleGrant[]>(
      `${GRANTS} AND r.place_id IN (SELECT place_and_descendants($1::uuid))
         AND (r.to_date IS NULL OR r.to_date >= local_today())
       ORDER BY pl.name, r.role, p.display_name, r.id`,
      [placeId],
    );
  }

  async byId(id: string): Promise<RoleGrant | undefined> {
    const [grant] = await this.database.query<RoleGrant[]>(`${GRANTS} AND r.id = $1`, [id]);
    return grant;
  }

  /** @returns the id, or `null` when the person holds this role there on some day of that time already */
  async grant(grant: NewRoleGrant, manager: EntityManager): Promise<string | null> {
    const { personId, role, placeId, from, to, grantedBy } = grant;
    await manager.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [personId]);
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO held_roles (person_id, role, place_id, from_date, to_date, granted_by)
       SELECT $1, $2, $3, $4::date, $5::date, $6
       WHERE NOT EXISTS (SELECT 1 FROM held_roles WHERE person_id = $1 AND role = $2 AND place_id = $3
         AND revoked_at IS NULL AND daterange(from_date, to_date, '[]') && daterange($4::date, $5::date, '[]'))
       RETURNING id`,
      [personId, role, placeId, from, to, grantedBy],
    );
    return row?.id ?? null;
  }

  /** @returns whether this call revoked it */
  async revoke(id: string, manager: EntityManager): Promise<boolean> {
    const [, revoked] = await manager.query<[unknown[], number]>(
      'UPDATE held_roles SET revoked_at = clock_timestamp() WHERE id = $1 AND revoked_at IS NULL',
      [id],
    );
    return revoked === 1;
  }
}
