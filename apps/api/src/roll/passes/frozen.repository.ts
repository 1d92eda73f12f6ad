import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** What was kept to take entries back goes, with the details of whoever was to be taken off. */
const NOTHING_CAN_BE_TAKEN_BACK = [
  'DELETE FROM roll.arrival WHERE election = $1',
  'DELETE FROM roll.removed_key WHERE election = $1',
  `UPDATE roll.withdrawal SET dropped_at = clock_timestamp(), elector = NULL, sealed_details = NULL
   WHERE election = $1 AND confirmed_at IS NULL AND dropped_at IS NULL`,
];

@Injectable()
export class FrozenRepository {
  constructor(private readonly database: DataSource) {}

  async isFrozen(election: string): Promise<boolean> {
    const found = await this.database.query<unknown[]>('SELECT 1 FROM roll.frozen WHERE election = $1', [
      election,
    ]);
    return found.length > 0;
  }

  /** @returns whether this call froze it */
  async freeze(election: string, electors: number, manager: EntityManager): Promise<boolean> {
    const frozen = await manager.query<unknown[]>(
      'INSERT INTO roll.frozen (election, electors) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING election',
      [election, electors],
    );
    if (frozen.length === 0) return false;
    for (const sql of NOTHING_CAN_BE_TAKEN_BACK) await manager.query(sql, [election]);
    return true;
  }

  /** Elections with electors whose roll is not frozen. */
  async notFrozen(): Promise<string[]> {
    const rows = await this.database.query<{ election: string }[]>(
      `SELECT r.id AS election FROM rounds r WHERE NOT EXISTS (SELECT FROM roll.frozen f WHERE f.election = r.id)
         AND EXISTS (SELECT FROM roll.elector e WHERE e.election = r.id)`,
    );
    return rows.map(({ election }) => election);
  }
}
