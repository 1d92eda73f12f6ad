import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Post } from '../proposals/index.js';
import type { ModerationCase } from './case.js';
import type { Checklist, ModerationAct, Rule } from './rules.js';

const CASE = `id, number, place_id AS "placeId", proposal_number AS "proposalNumber", comment_id AS "commentId",
  author_id AS "authorId", origin, state, opened_at AS "openedAt", act, rule, reason, checklist,
  decided_by AS "decidedBy", decided_at AS "decidedAt", appeal_words AS "appealWords", appealed_at AS "appealedAt",
  appeal_upheld AS "appealUpheld", appeal_reason AS "appealReason", appeal_decided_by AS "appealDecidedBy",
  appeal_decided_at AS "appealDecidedAt"`;

const MOST_OPEN = 500;

export interface LogFilter {
  readonly act?: ModerationAct | undefined;
  readonly rule?: Rule | undefined;
}

/** One line of the public log: nothing of a person and nothing of the hidden words. */
export interface LogLine {
  readonly number: number;
  readonly decidedOn: string;
  readonly kind: 'proposal' | 'comment';
  readonly place: string;
  readonly origin: ModerationCase['origin'];
  readonly act: ModerationAct;
  readonly rule: Rule | null;
  readonly reason: string;
  readonly appeal: 'none' | 'waiting' | 'upheld' | 'dismissed';
}

@Injectable()
export class CasesRepository {
  constructor(private readonly database: DataSource) {}

  /** The case of a post that waits, begun if there is none. @returns its id */
  async openFor(
    post: Post,
    origin: ModerationCase['origin'],
    manager: EntityManager,
  ): Promise<{ id: string; number: number }> {
    const [row] = await manager.query<[{ id: string; number: number }]>(
      `INSERT INTO moderation_cases (place_id, proposal_number, comment_id, author_id, origin) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (proposal_number, coalesce(comment_id, '00000000-0000-0000-0000-000000000000')) WHERE state = 'waiting'
       DO UPDATE SET origin = moderation_cases.origin RETURNING id, number`,
      [post.placeId, post.proposalNumber, post.commentId, post.authorId, origin],
    );
    return row;
  }

  async byNumber(number: number): Promise<ModerationCase | undefined> {
    const [one] = await this.database.query<ModerationCase[]>(
      `SELECT ${CASE} FROM moderation_cases WHERE number = $1`,
      [number],
    );
    return one;
  }

  async byId(id: string): Promise<ModerationCase | undefined> {
    const [one] = await this.database.query<ModerationCase[]>(
      `SELECT ${CASE} FROM moderation_cases WHERE id = $1`,
      [id],
    );
    return one;
  }

  /** Holds the case until the transaction ends. */
  async locked(number: number, manager: EntityManager): Promise<ModerationCase | undefined> {
    const [one] = await manager.query<ModerationCase[]>(
      `SELECT ${CASE} FROM moderation_cases WHERE number = $1 FOR UPDATE`,
      [number],
    );
    return one;
  }

  /** What waits for a decision or for the answer to an appeal, longest waiting first. */
  open(): Promise<ModerationCase[]> {
    return this.database.query(
      `SELECT ${CASE} FROM moderation_cases WHERE state IN ('waiting', 'appealed') ORDER BY opened_at, number LIMIT ${MOST_OPEN}`,
    );
  }

  /** Decided against what this person wrote, newest first. */
  against(authorId: string): Promise<ModerationCase[]> {
    return this.database.query(
      `SELECT ${CASE} FROM moderation_cases WHERE author_id = $1 AND state <> 'waiting' AND act <> 'keep'
       ORDER BY decided_at DESC LIMIT 100`,
      [authorId],
    );
  }

  async decide(
    id: string,
    decision: { act: ModerationAct; rule: Rule | null; reason: string; checklist: Checklist; by: string },
    manager: EntityManager,
  ): Promise<void> {
    const { act, rule, reason, checklist, by } = decision;
    await manager.query(
      `UPDATE moderation_cases SET state = 'decided', act = $2, rule = $3, reason = $4, checklist = $5, decided_by = $6,
         decided_at = clock_timestamp() WHERE id = $1`,
      [id, act, rule, reason, JSON.stringify(checklist), by],
    );
  }

  async appeal(id: string, words: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE moderation_cases SET state = 'appealed', appeal_words = $2, appealed_at = clock_timestamp() WHERE id = $1`,
      [id, words],
    );
  }

  async answerAppeal(
    id: string,
    answer: { upheld: boolean; reason: string; by: string },
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `UPDATE moderation_cases SET state = 'closed', appeal_upheld = $2, appeal_reason = $3, appeal_decided_by = $4,
         appeal_decided_at = clock_timestamp() WHERE id = $1`,
      [id, answer.upheld, answer.reason, answer.by],
    );
  }

  async close(id: string, manager: EntityManager): Promise<void> {
    await manager.query(`UPDATE moderation_cases SET state = 'closed' WHERE id = $1`, [id]);
  }

  /** Newest first. A young member's post that was let through is nobody's business: only its number is counted. */
  async log(
    { act, rule }: LogFilter,
    limit: number,
    offset: number,
  ): Promise<{ total: number; items: LogLine[] }> {
    const rows = await this.database.query<(LogLine & { total: number })[]>(
      `SELECT c.number, (c.decided_at AT TIME ZONE 'Europe/London')::date::text AS "decidedOn",
         CASE WHEN c.comment_id IS NULL THEN 'proposal' ELSE 'comment' END AS kind, p.name AS place, c.origin, c.act, c.rule,
         c.reason, CASE WHEN c.appealed_at IS NULL THEN 'none' WHEN c.appeal_upheld IS NULL THEN 'waiting'
           WHEN c.appeal_upheld THEN 'upheld' ELSE 'dismissed' END AS appeal, count(*) OVER ()::int AS total
       FROM moderation_cases c JOIN places p ON p.id = c.place_id
       WHERE c.state <> 'waiting' AND NOT (c.origin = 'new-post' AND c.act = 'keep')
         AND ($1::text IS NULL OR c.act = $1) AND ($2::text IS NULL OR c.rule = $2)
       ORDER BY c.decided_at DESC, c.number DESC LIMIT $3 OFFSET $4`,
      [act ?? null, rule ?? null, limit, offset],
    );
    return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...line }) => line) };
  }
}
