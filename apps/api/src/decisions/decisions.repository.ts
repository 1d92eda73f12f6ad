import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Decision, DecisionItem, DecisionOutline, DecisionText, DecisionVersion } from './decision.js';
import { DecisionExists, DecisionNotFound } from './decisions.errors.js';
import { numberWords } from './decision.js';

/** A decision in the version of its row, with its items in order. */
const SELECT = `
  SELECT d.id, d.number, d.body, d.place_id AS "placeId", d.round_id AS "roundId", d.count_id AS "countId", d.state,
         d.published_at AS "publishedAt", v.version, v.title, v.summary, v.reasons, v.fairness,
         v.what_next AS "whatNext",
         coalesce((SELECT jsonb_agg(jsonb_build_object(
                            'proposalNumber', i.proposal_number, 'title', i.title, 'costPence', i.cost_pence,
                            'votes', i.votes, 'chosen', i.chosen, 'reason', i.reason,
                            'state', p.state, 'shownTitle', CASE p.shown WHEN 'yes' THEN i.title ELSE p.shown_title END,
                            'shownReason', without_hidden(i.reason, d.round_id)) ORDER BY i.position)
                     FROM decision_items i JOIN proposals p ON p.number = i.proposal_number
                    WHERE i.decision_id = d.id AND i.version = v.version), '[]') AS items
    FROM decisions d JOIN decision_versions v ON v.decision_id = d.id`;
const NEWEST = 'v.version = (SELECT max(w.version) FROM decision_versions w WHERE w.decision_id = d.id)';

export interface NewDecision extends DecisionText {
  readonly body: string;
  readonly placeId: string;
  readonly roundId: string;
  readonly countId: string;
  readonly startedBy: string;
  readonly items: readonly DecisionItem[];
}

/** Keeps decisions and every version of their words. */
@Injectable()
export class DecisionsRepository {
  constructor(private readonly database: DataSource) {}

  /** @returns its number @throws DecisionExists */
  async add(one: NewDecision, manager: EntityManager): Promise<number> {
    const [known] = await manager.query<{ number: number }[]>(
      'SELECT number FROM decisions WHERE round_id = $1',
      [one.roundId],
    );
    if (known) throw new DecisionExists(numberWords(known.number));
    const [{ id, number }] = await manager.query<[{ id: string; number: number }]>(
      `INSERT INTO decisions (body, place_id, round_id, count_id, started_by) VALUES ($1, $2, $3, $4, $5)
       RETURNING id, number`,
      [one.body, one.placeId, one.roundId, one.countId, one.startedBy],
    );
    await this.addVersion(id, 1, one, one.items, null, manager);
    return number;
  }

  /** The newest version, or the one asked for. @throws DecisionNotFound */
  async byNumber(
    number: number,
    version: number | null = null,
    manager: EntityManager = this.database.manager,
  ): Promise<Decision> {
    const [row] = await manager.query<Decision[]>(
      `${SELECT} WHERE d.number = $1 AND CASE WHEN $2::int IS NULL THEN ${NEWEST} ELSE v.version = $2 END`,
      [number, version],
    );
    if (!row) throw new DecisionNotFound();
    return row;
  }

  /** Its number, where the round has one. */
  async numberOfRound(roundId: string): Promise<number | undefined> {
    const [row] = await this.database.query<{ number: number }[]>(
      'SELECT number FROM decisions WHERE round_id = $1',
      [roundId],
    );
    return row?.number;
  }

  /** Holds the decision until the transaction ends. @throws DecisionNotFound */
  async locked(number: number, manager: EntityManager): Promise<Decision> {
    await manager.query('SELECT 1 FROM decisions WHERE number = $1 FOR UPDATE', [number]);
    return this.byNumber(number, null, manager);
  }

  /** Newest first, drafts before all. @param placeIds `null`: everywhere */
  async list(placeIds: readonly string[] | null): Promise<DecisionOutline[]> {
    return this.database.query(
      `SELECT d.id, d.number, d.body, d.place_id AS "placeId", d.round_id AS "roundId", d.state,
              d.published_at AS "publishedAt", v.title, i.chosen, i."notChosen", i."spendPence"
         FROM decisions d JOIN decision_versions v ON v.decision_id = d.id
         CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE chosen)::int AS chosen,
                  count(*) FILTER (WHERE NOT chosen)::int AS "notChosen",
                  coalesce(sum(cost_pence) FILTER (WHERE chosen), 0)::float8 AS "spendPence"
             FROM decision_items WHERE decision_id = d.id AND version = v.version) i
        WHERE ${NEWEST} AND ($1::uuid[] IS NULL OR d.place_id = ANY ($1))
        ORDER BY d.published_at DESC NULLS FIRST, d.number DESC LIMIT 500`,
      [placeIds],
    );
  }

  async versionsOf(id: string): Promise<DecisionVersion[]> {
    return this.database.query(
      `SELECT version, published_at AS at, note FROM decision_versions
        WHERE decision_id = $1 AND published_at IS NOT NULL ORDER BY version`,
      [id],
    );
  }

  /** The words of the draft. */
  async rewrite(
    id: string,
    text: DecisionText,
    items: readonly DecisionItem[],
    manager: EntityManager,
  ): Promise<void> {
    const { title, summary, reasons, fairness, whatNext } = text;
    await manager.query(
      `UPDATE decision_versions SET title = $2, summary = $3, reasons = $4, fairness = $5, what_next = $6
        WHERE decision_id = $1 AND version = 1`,
      [id, title, summary, reasons, fairness, whatNext],
    );
    await manager.query(
      `UPDATE decision_items i SET reason = x.reason
         FROM jsonb_to_recordset($2::jsonb) AS x("proposalNumber" int, reason text)
        WHERE i.decision_id = $1 AND i.version = 1 AND i.proposal_number = x."proposalNumber"`,
      [id, JSON.stringify(items)],
    );
  }

  async publish(id: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE decisions SET state = 'published', published_at = clock_timestamp() WHERE id = $1`,
      [id],
    );
    await manager.query(
      'UPDATE decision_versions SET published_at = clock_timestamp() WHERE decision_id = $1 AND version = 1',
      [id],
    );
  }

  /** @param note what was corrected; `null` for the first, which is a draft */
  async addVersion(
    id: string,
    version: number,
    { title, summary, reasons, fairness, whatNext }: DecisionText,
    items: readonly DecisionItem[],
    note: string | null,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO decision_versions (decision_id, version, title, summary, reasons, fairness, what_next, note, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text, CASE WHEN $8::text IS NOT NULL THEN clock_timestamp() END)`,
      [id, version, title, summary, reasons, fairness, whatNext, note],
    );
    await manager.query(
      `INSERT INTO decision_items (decision_id, version, proposal_number, position, title, cost_pence, votes, chosen, reason)
       SELECT $1, $2, (x->>'proposalNumber')::int, position, x->>'title', (x->>'costPence')::bigint,
              (x->>'votes')::int, (x->>'chosen')::boolean, x->>'reason'
         FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS given (x, position)`,
      [id, version, JSON.stringify(items)],
    );
  }
}
