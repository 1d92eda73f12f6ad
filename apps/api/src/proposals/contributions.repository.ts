import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Shown } from './proposal.js';

export interface Comment {
  readonly id: string;
  readonly proposalNumber: number;
  readonly authorId: string | null;
  /** `null` once withdrawn. */
  readonly text: string | null;
  readonly at: Date;
  readonly shown: Shown;
  readonly hiddenReason: string | null;
}

const MOST_COMMENTS = 1_000;

const COMMENT = `id, proposal_number AS "proposalNumber", author_id AS "authorId", text, at, shown,
  hidden_reason AS "hiddenReason"`;

/** What residents add to a proposal: support, following, comments. The counters change with the rows, that of comments by a trigger. */
@Injectable()
export class ContributionsRepository {
  constructor(private readonly database: DataSource) {}

  /** Whoever supports already stays counted once. */
  async support(number: number, personId: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `WITH new AS (
         INSERT INTO proposal_supports (proposal_number, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1
       )
       UPDATE proposals SET supports = supports + 1 WHERE number = $1 AND EXISTS (SELECT 1 FROM new)`,
      [number, personId],
    );
  }

  async withdrawSupport(number: number, personId: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `WITH gone AS (
         DELETE FROM proposal_supports WHERE proposal_number = $1 AND person_id = $2 RETURNING 1
       )
       UPDATE proposals SET supports = supports - 1 WHERE number = $1 AND EXISTS (SELECT 1 FROM gone)`,
      [number, personId],
    );
  }

  async follow(number: number, personId: string): Promise<void> {
    await this.database.query(
      `INSERT INTO proposal_follows (proposal_number, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
      [number, personId],
    );
  }

  async unfollow(number: number, personId: string): Promise<void> {
    await this.database.query('DELETE FROM proposal_follows WHERE proposal_number = $1 AND person_id = $2', [
      number,
      personId,
    ]);
  }

  async ofPerson(number: number, personId: string): Promise<{ supported: boolean; following: boolean }> {
    const [row] = await this.database.query<[{ supported: boolean; following: boolean }]>(
      `SELECT EXISTS (SELECT 1 FROM proposal_supports WHERE proposal_number = $1 AND person_id = $2) AS supported,
              EXISTS (SELECT 1 FROM proposal_follows WHERE proposal_number = $1 AND person_id = $2) AS following`,
      [number, personId],
    );
    return row;
  }

  /** Oldest first. What waits for a moderator only its author sees. */
  comments(number: number, readerId: string | null): Promise<Comment[]> {
    return this.database.query(
      `SELECT ${COMMENT} FROM proposal_comments WHERE proposal_number = $1
         AND (shown <> 'waiting' OR author_id = $2) ORDER BY at, id LIMIT ${MOST_COMMENTS}`,
      [number, readerId],
    );
  }

  /** @param shown `waiting` when a moderator reads it first */
  async comment(
    number: number,
    authorId: string,
    text: string,
    shown: Shown,
    manager: EntityManager,
  ): Promise<Comment> {
    const [comment] = await manager.query<[Comment]>(
      `INSERT INTO proposal_comments (proposal_number, author_id, text, shown) VALUES ($1, $2, $3, $4) RETURNING ${COMMENT}`,
      [number, authorId, text, shown],
    );
    return comment;
  }

  /** Holds the comment until the transaction ends. */
  async lockedComment(number: number, id: string, manager: EntityManager): Promise<Comment | undefined> {
    const [comment] = await manager.query<Comment[]>(
      `SELECT ${COMMENT} FROM proposal_comments WHERE id = $1 AND proposal_number = $2 FOR NO KEY UPDATE`,
      [id, number],
    );
    return comment;
  }

  async withdrawComment({ id }: Comment, manager: EntityManager): Promise<void> {
    await manager.query(
      'UPDATE proposal_comments SET text = NULL, withdrawn_at = clock_timestamp() WHERE id = $1',
      [id],
    );
  }
}
