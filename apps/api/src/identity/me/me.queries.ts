import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { SignInNeeded } from '../identity.errors.js';
import { yearsBetween, ADULT_YEARS } from '../people/age.js';
import { NEED_SECOND_FACTOR, type Role } from '../roles/role.js';
import type { HeldRoleDto, MeDto } from './me.dto.js';
import { PlaceRefDto } from '../people/place-ref.dto.js';

interface MeRow {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly born: string;
  readonly today: string;
  readonly secondFactorOn: boolean;
  readonly homePlace: PlaceRefDto | null;
  readonly roles: { role: Role; from: string; to: string | null; place: PlaceRefDto }[];
}

const placeOf = (alias: string): string =>
  `jsonb_build_object('slug', ${alias}.slug, 'name', ${alias}.name, 'kind', ${alias}.kind)`;

@Injectable()
export class MeQueries {
  constructor(private readonly database: DataSource) {}

  /** @throws SignInNeeded when the person has left in the meantime */
  async of(personId: string): Promise<MeDto> {
    const [row] = await this.database.query<MeRow[]>(
      `SELECT p.id, p.display_name AS "displayName", p.email, p.date_of_birth::text AS born,
         local_today()::text AS today,
         EXISTS (SELECT 1 FROM second_factors f WHERE f.person_id = p.id AND f.turned_on_at IS NOT NULL) AS "secondFactorOn",
         CASE WHEN h.id IS NOT NULL THEN ${placeOf('h')} END AS "homePlace",
         coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'from', r.from_date, 'to', r.to_date,
             'place', ${placeOf('rp')}) ORDER BY rp.name, r.role)
           FROM roles_in_force r JOIN places rp ON rp.id = r.place_id WHERE r.person_id = p.id), '[]') AS roles
       FROM people p LEFT JOIN places h ON h.id = p.home_place_id
       WHERE p.id = $1 AND p.left_at IS NULL`,
      [personId],
    );
    if (!row) throw new SignInNeeded();
    const roles = row.roles.map(({ role, from, to, place }): HeldRoleDto => ({
      role,
      from,
      to,
      place: PlaceRefDto.of(place),
    }));
    const demanded = roles.some(({ role }) => NEED_SECOND_FACTOR.has(role));
    return {
      id: row.id,
      displayName: row.displayName,
      email: row.email,
      youngMember: yearsBetween(row.born, row.today) < ADULT_YEARS,
      roles,
      secondFactor: row.secondFactorOn ? 'on' : demanded ? 'needed' : 'off',
      homePlace: row.homePlace && PlaceRefDto.of(row.homePlace),
    };
  }
}
