import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { ProposalState } from './proposal-states.js';

/** A proposal, or a comment on it. */
export interface PostRef {
  readonly proposalNumber: number;
  readonly commentId: string | null;
}

export interface Post extends PostRef {
  readonly authorId: string | null;
  readonly imported: boolean;
  /** Place of its round: whose moderators look after it. */
  readonly placeId: string;
  readonly proposalState: ProposalState;
  readonly shown: 'yes' | 'waiting' | 'hidden';
  /** Title of the proposal. */
  readonly title: string;
  /** The comment, or summary and body of the proposal; `null` once withdrawn. */
  readonly words: string | null;
  /** Everybody could read it at some time, or is meant to. */
  readonly handedIn: boolean;
}

const POST = `
  SELECT p.number AS "proposalNumber", c.id AS "commentId", CASE WHEN $2::uuid IS NULL THEN p.author_id ELSE c.author_id END AS "authorId",
    p.imported, r.place_id AS "placeId", p.state AS "proposalState", p.title,
    CASE WHEN $2::uuid IS NULL THEN p.shown ELSE c.shown END AS shown,
    CASE WHEN $2::uuid IS NULL THEN concat_ws(E'\\n\\n', p.summary, p.body) ELSE c.text END AS words,
    p.submitted_at IS NOT NULL AS "handedIn"
  FROM proposals p JOIN rounds r ON r.id = p.round_id LEFT JOIN proposal_comments c
    ON c.proposal_number = p.number AND c.id = $2::uuid
  WHERE p.number = $1 AND ($2::uuid IS NULL OR c.id IS NOT NULL)`;

/** What moderation asks of proposals and comments: what stands there, hide it, show it, put other words there. */
@Injectable()
export class Posts {
  constructor(private readonly database: DataSource) {}

  async find(
    { proposalNumber, commentId }: PostRef,
    manager: EntityManager = this.database.manager,
  ): Promise<Post | undefined> {
    const [post] = await manager.query<Post[]>(POST, [proposalNumber, commentId]);
    return post;
  }

  /** @param reason shown in its place */
  async hide(ref: PostRef, reason: string, manager: EntityManager): Promise<void> {
    await this.set(ref, 'hidden', reason, manager);
  }

  async show(ref: PostRef, manager: EntityManager): Promise<void> {
    await this.set(ref, 'yes', null, manager);
  }

  /** The author's other words wait to be read. */
  async rewrite(ref: PostRef, words: string, manager: EntityManager): Promise<void> {
    const { proposalNumber, commentId } = ref;
    await this.set(ref, 'waiting', null, manager);
    if (commentId) {
      await manager.query('UPDATE proposal_comments SET text = $2 WHERE id = $1', [commentId, words]);
    } else {
      await manager.query(`UPDATE proposals SET body = $2, version = version + 1 WHERE number = $1`, [
        proposalNumber,
        words,
      ]);
    }
  }

  private async set(
    { proposalNumber, commentId }: PostRef,
    shown: Post['shown'],
    reason: string | null,
    manager: EntityManager,
  ): Promise<void> {
    if (commentId) {
      await manager.query('UPDATE proposal_comments SET shown = $2, hidden_reason = $3 WHERE id = $1', [
        commentId,
        shown,
        reason,
      ]);
    } else {
      await manager.query('UPDATE proposals SET shown = $2, hidden_reason = $3 WHERE number = $1', [
        proposalNumber,
        shown,
        reason,
      ]);
    }
  }
}
