import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface Reissue {
  readonly reissue: string;
  readonly elector: string;
  readonly reason: string;
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly confirmedAt: Date | null;
}

const COLUMNS = `reissue, elector, reason, asked_by AS "askedBy", asked_at AS "askedAt", confirmed_at AS "confirmedAt"`;

/** Keeps requests to issue a lost pass again. */
@Injectable()
export class ReissuesRepository {
  constructor(private readonly database: DataSource) {}

  /** @returns the id, or `null` when one is open for this elector already */
  async ask(
    election: string,
    elector: string,
    reason: string,
    askedBy: string,
    manager: EntityManager,
  ): Promise<string | null> {
    const [asked] = await manager.query<{ reissue: string }[]>(
      `INSERT INTO roll.reissue (election, elector, reason, asked_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (election, elector) WHERE confirmed_at IS NULL DO NOTHING RETURNING reissue`,
      [election, elector, reason, askedBy],
    );
    return asked?.reissue ?? null;
  }

  async open(election: string, reissue: string, manager: EntityManager): Promise<Reissue | undefined> {
    const [found] = await manager.query<Reissue[]>(
      `SELECT ${COLUMNS} FROM roll.reissue WHERE election = $1 AND reissue = $2 AND confirmed_at IS NULL FOR UPDATE`,
      [election, reissue],
    );
    return found;
  }

  async confirm(reissue: string, confirmedBy: string, manager: EntityManager): Promise<void> {
    await manager.query(
      'UPDATE roll.reissue SET confirmed_by = $2, confirmed_at = clock_timestamp() WHERE reissue = $1',
      [reissue, confirmedBy],
    );
  }

  /** Newest first. */
  list(election: string): Promise<Reissue[]> {
    return this.database.query(
      `SELECT ${COLUMNS} FROM roll.reissue WHERE election = $1 ORDER BY asked_at DESC LIMIT 500`,
      [election],
    );
  }
}
