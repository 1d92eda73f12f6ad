import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

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
    return frozen.length > 0;
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
