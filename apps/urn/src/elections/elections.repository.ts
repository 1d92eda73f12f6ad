import { readManifest } from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { CastDatabase } from '../platform/database/index.js';
import type { Election, ElectionState } from './election.js';

interface ElectionRow {
  id: string;
  manifest: string;
  manifest_sha256: Buffer;
  state: ElectionState;
  closed_at: Date | null;
}

const COLUMNS = 'id, manifest, manifest_sha256, state, closed_at';

@Injectable()
export class ElectionsRepository {
  constructor(private readonly database: CastDatabase) {}

  async find(id: string, manager?: EntityManager): Promise<Election | undefined> {
    const rows = await (manager ?? this.database).query<ElectionRow[]>(
      `SELECT ${COLUMNS} FROM urn.election WHERE id = $1`,
      [id],
    );
    return rows[0] && electionOf(rows[0]);
  }

  async all(): Promise<Election[]> {
    const rows = await this.database.query<ElectionRow[]>(`SELECT ${COLUMNS} FROM urn.election ORDER BY id`);
    return rows.map(electionOf);
  }

  /** @returns whether it was new */
  async add(
    { id, manifest, manifestText, manifestSha256 }: Election,
    manager: EntityManager,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO urn.election (id, manifest, manifest_sha256, opens, closes) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, manifestText, manifestSha256, manifest.opensAt, manifest.closesAt],
    );
    return rows.length > 0;
  }
}

function electionOf(row: ElectionRow): Election {
  return {
    id: row.id,
    manifest: readManifest(JSON.parse(row.manifest)),
    manifestText: row.manifest,
    manifestSha256: row.manifest_sha256,
    state: row.state,
    closedAt: row.closed_at,
  };
}
