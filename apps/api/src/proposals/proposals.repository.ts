import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { ProposalState } from './proposal-states.js';
import type { Proposal, ProposalEvent, ProposalText } from './proposal.js';
import { COLUMNS, proposalOf, type ProposalRow } from './proposals.rows.js';

/** What is told of an act: in plain words, for the public history. */
export interface Telling {
  readonly what: string;
  readonly reasonCode?: string | undefined;
  readonly reason?: string | undefined;
  readonly by: string;
  readonly actorId: string | null;
}

@Injectable()
export class ProposalsRepository {
  constructor(private readonly database: DataSource) {}

  async byNumber(number: number): Promise<Proposal | undefined> {
    const [row] = await this.database.query<ProposalRow[]>(
      `SELECT ${COLUMNS} FROM proposals WHERE number = $1`,
      [number],
    );
    return row && proposalOf(row);
  }

  /** Holds the proposal until the transaction ends; others may still refer to it. */
  async locked(number: number, manager: EntityManager): Promise<Proposal | undefined> {
    const [row] = await manager.query<ProposalRow[]>(
      `SELECT ${COLUMNS} FROM proposals WHERE number = $1 FOR NO KEY UPDATE`,
      [number],
    );
    return row && proposalOf(row);
  }

  async start(
    draft: { roundId: string; authorId: string; title: string; placeId: string; currency: string },
    manager: EntityManager,
  ): Promise<number> {
    const [{ number }] = await manager.query<[{ number: number }]>(
      `INSERT INTO proposals (round_id, author_id, title, place_id, currency, state)
       VALUES ($1, $2, $3, $4, $5, 'draft') RETURNING number`,
      [draft.roundId, draft.authorId, draft.title, draft.placeId, draft.currency],
    );
    return number;
  }

  async write(number: number, text: ProposalText, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE proposals SET title = $2, summary = $3, body = $4, categories = $5, estimate_pence = $6,
         place_id = $7, latitude = $8, longitude = $9, version = version + 1
       WHERE number = $1`,
      [
        number,
        text.title,
        text.summary,
        text.body,
        text.category === null ? [] : [text.category],
        text.estimatePence,
        text.placeId,
        text.latitude,
        text.longitude,
      ],
    );
  }

  /** @param costPence kept as it is when `undefined` */
  async move(number: number, to: ProposalState, manager: EntityManager, costPence?: number): Promise<void> {
    await manager.query(
      `UPDATE proposals SET state = $2, cost_pence = coalesce($3, cost_pence), version = version + 1,
         submitted_at = CASE WHEN $2 = 'submitted' THEN coalesce(submitted_at, clock_timestamp()) ELSE submitted_at END
       WHERE number = $1`,
      [number, to, costPence ?? null],
    );
  }

  /** A moderator reads it before others do. */
  async letWait(number: number, manager: EntityManager): Promise<void> {
    await manager.query(`UPDATE proposals SET shown = 'waiting' WHERE number = $1 AND shown = 'yes'`, [
      number,
    ]);
  }

  async tell(number: number, told: Telling, manager: EntityManager): Promise<void> {
    await manager.query(
      `INSERT INTO proposal_events (proposal_number, what, reason_code, reason, by_role, actor_id)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [number, told.what, told.reasonCode ?? null, told.reason ?? null, told.by, told.actorId],
    );
  }

  /** Numbers of the proposals that were split from one. */
  async splitFrom(number: number): Promise<number[]> {
    const rows = await this.database.query<{ number: number }[]>(
      'SELECT number FROM proposals WHERE split_from = $1 ORDER BY number',
      [number],
    );
    return rows.map((row) => row.number);
  }

  history(number: number): Promise<ProposalEvent[]> {
    return this.database.query(
      `SELECT e.at, e.what, without_hidden(e.reason, p.round_id) AS reason, e.by_role AS by
       FROM proposal_events e JOIN proposals p ON p.number = e.proposal_number WHERE p.number = $1 ORDER BY e.id`,
      [number],
    );
  }
}
