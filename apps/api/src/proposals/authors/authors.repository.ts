import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface Author {
  readonly personId: string;
  /** The one who began it. */
  readonly lead: boolean;
  /** The account is closed or suspended: nobody can be asked. */
  readonly gone: boolean;
}

export interface Invitation {
  readonly proposalNumber: number;
  /** Whether it was used or is too old. */
  readonly spent: boolean;
}

const AUTHOR = 'person_id AS "personId", lead, gone';

/** Who wrote what, and who was invited to. */
@Injectable()
export class AuthorsRepository {
  constructor(private readonly database: DataSource) {}

  /** The one who began it first, then in the order they joined. */
  of(number: number, manager: EntityManager = this.database.manager): Promise<Author[]> {
    return manager.query(
      `SELECT ${AUTHOR} FROM proposal_authors WHERE proposal_number = $1 ORDER BY lead DESC, since, person_id`,
      [number],
    );
  }

  async isAuthor(number: number, personId: string, manager = this.database.manager): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM proposal_authors WHERE proposal_number = $1 AND person_id = $2',
      [number, personId],
    );
    return rows.length > 0;
  }

  /** Who wrote a proposal does not count as supporting it, too. @returns whether they were new */
  async add(number: number, personId: string, manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO proposal_coauthors (proposal_number, person_id)
       SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM proposal_authors WHERE proposal_number = $1 AND person_id = $2)
       RETURNING 1`,
      [number, personId],
    );
    return rows.length > 0;
  }

  async removeCoauthor(number: number, personId: string, manager: EntityManager): Promise<void> {
    await manager.query('DELETE FROM proposal_coauthors WHERE proposal_number = $1 AND person_id = $2', [
      number,
      personId,
    ]);
  }

  /** A co-author stands in the place of the one who began it. */
  async promote(number: number, personId: string, manager: EntityManager): Promise<void> {
    await this.removeCoauthor(number, personId, manager);
    await manager.query('UPDATE proposals SET author_id = $2 WHERE number = $1', [number, personId]);
  }

  async invite(
    number: number,
    invitedBy: string,
    { token, days }: { token: string; days: number },
    manager: EntityManager,
  ): Promise<Date> {
    const [{ expires_at }] = await manager.query<[{ expires_at: Date }]>(
      `INSERT INTO author_invitations (token_hash, proposal_number, invited_by, expires_at)
       VALUES ($1, $2, $3, clock_timestamp() + make_interval(days => $4)) RETURNING expires_at`,
      [hashOf(token), number, invitedBy, days],
    );
    return expires_at;
  }

  async invitation(token: string, manager = this.database.manager): Promise<Invitation | undefined> {
    const [row] = await manager.query<Invitation[]>(
      `SELECT proposal_number AS "proposalNumber", spent_at IS NOT NULL OR expires_at <= clock_timestamp() AS spent
       FROM author_invitations WHERE token_hash = $1`,
      [hashOf(token)],
    );
    return row;
  }

  async spend(token: string, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE author_invitations SET spent_at = clock_timestamp() WHERE token_hash = $1', [
      hashOf(token),
    ]);
  }

  async wishToWithdraw(
    number: number,
    personId: string,
    reason: string,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO withdrawal_wishes (proposal_number, person_id, reason) VALUES ($1, $2, $3)
       ON CONFLICT (proposal_number, person_id) DO UPDATE SET reason = excluded.reason`,
      [number, personId, reason],
    );
  }

  async takeBackWish(number: number, personId: string, manager: EntityManager): Promise<void> {
    await manager.query('DELETE FROM withdrawal_wishes WHERE proposal_number = $1 AND person_id = $2', [
      number,
      personId,
    ]);
  }

  /** Ids of those who want to take it back. */
  async wishes(number: number, manager: EntityManager = this.database.manager): Promise<Set<string>> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT person_id AS id FROM withdrawal_wishes WHERE proposal_number = $1',
      [number],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

/** A plain hash is enough for 256 random bits. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
