import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface Comment {
  readonly id: string;
  readonly proposalNumber: number;
  readonly authorId: string | null;
  /** `null` once withdrawn. */
  readonly text: string | null;
  readonly at: Date;
}

const MOST_COMMENTS = 1_000;

const COMMENT = `id, proposal_number AS "proposalNumber", author_id AS "authorId", text, at`;

/** What residents add to a proposal: support, following, comments. The counters change with the rows. */
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

  /** Oldest first. */
  comments(number: number): Promise<Comment[]> {
    return this.database.query(
      `SELECT ${COMMENT} FROM proposal_comments WHERE proposal_number = $1 ORDER BY at, id LIMIT ${MOST_COMMENTS}`,
      [number],
    );
  }

  async comment(number: number, authorId: string, text: string, manager: EntityManager): Promise<Comment> {
    const [comment] = await manager.query<[Comment]>(
      `INSERT INTO proposal_comments (proposal_number, author_id, text) VALUES ($1, $2, $3) RETURNING ${COMMENT}`,
      [number, authorId, text],
    );
    await manager.query('UPDATE proposals SET comments = comments + 1 WHERE number = $1', [number]);
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

  async withdrawComment({ id, proposalNumber }: Comment, manager: EntityManager): Promise<void> {
    await manager.query(
      'UPDATE proposal_comments SET text = NULL, withdrawn_at = clock_timestamp() WHERE id = $1',
      [id],
    );
    await manager.query('UPDATE proposals SET comments = comments - 1 WHERE number = $1', [proposalNumber]);
  }
}
