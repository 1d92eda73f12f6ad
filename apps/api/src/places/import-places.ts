import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { AuditLog } from '../platform/audit/index.js';
import { CouncilUnclear } from './places.errors.js';
import { type FiledPlace, readPlaces } from './read-places.js';

export interface PlacesImport {
  readonly council: string;
  readonly wards: number;
  /** Of all of them, those that were not known before. */
  readonly added: number;
}

const CREDIT =
  'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right';

/** Puts a council and its wards on the map, for whoever runs the installation. Run again it brings them up to date. */
@Injectable()
export class ImportPlaces {
  constructor(
    private readonly database: DataSource,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param text GeoJSON: see `readPlaces`
   * @param councilCode which council of a file that holds several
   * @throws PlacesFileFaulty | CouncilUnclear; nothing is stored then
   */
  async execute(text: string, councilCode?: string): Promise<PlacesImport> {
    const filed = readPlaces(text);
    const councils = filed.filter(({ kind }) => kind === 'council');
    const [council, ...others] = councils.filter(({ code }) => !councilCode || code === councilCode);
    if (!council || others.length > 0)
      throw new CouncilUnclear(councils.map(({ code, name }) => `${code} (${name})`));
    const wards = filed.filter((one) => one.councilCode === council.code);
    return this.database.transaction(async (manager) => {
      let added = 0;
      for (const place of [council, ...wards]) added += (await put(place, manager)) ? 1 : 0;
      await this.audit.append(
        {
          what: 'places.imported',
          actorId: null,
          subject: `place:${council.code}`,
          facts: { wards: wards.length, added },
        },
        manager,
      );
      return { council: council.name, wards: wards.length, added };
    });
  }
}

/** @returns whether it was not known before */
async function put(
  { code, name, kind, councilCode, boundary }: FiledPlace,
  manager: EntityManager,
): Promise<boolean> {
  const [, updated] = await manager.query<[unknown, number]>(
    `UPDATE places SET name = $2, boundary = coalesce($3, boundary),
            boundary_credit = CASE WHEN $3::jsonb IS NULL THEN boundary_credit ELSE $4 END,
            boundary_is_approximate = boundary_is_approximate AND $3::jsonb IS NULL
      WHERE code = $1 AND valid_to IS NULL`,
    [code, name, boundary && JSON.stringify(boundary), CREDIT],
  );
  if (updated > 0) return false;
  await manager.query(
    `INSERT INTO places (slug, name, kind, code, parent_id, valid_from, boundary, boundary_credit)
     SELECT CASE WHEN EXISTS (SELECT FROM places WHERE slug = $1) THEN $1 || '-' || lower($4) ELSE $1 END,
            $2, $3, $4, (SELECT id FROM places WHERE code = $5 AND valid_to IS NULL), local_today(), $6, $7`,
    [slugOf(name), name, kind, code, councilCode, boundary && JSON.stringify(boundary), boundary && CREDIT],
  );
  return true;
}

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’\u0300-\u036f]/g, '')
    .replaceAll('&', 'and')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'place';
