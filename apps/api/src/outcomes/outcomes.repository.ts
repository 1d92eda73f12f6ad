import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Told } from '../notices/index.js';
import type { Outcome } from './outcome.js';
import { AlreadyProposed } from './outcomes.errors.js';

const ROW = `SELECT id, round_id AS "roundId", preview_sha256 AS "previewSha256", proposed_by AS "proposedBy",
  proposed_at AS "proposedAt", confirmed_by AS "confirmedBy", confirmed_at AS "confirmedAt", told
  FROM outcomes WHERE withdrawn_at IS NULL`;

export interface NewOutcome {
  readonly roundId: string;
  readonly decisionId: string;
  readonly previewSha256: string;
  readonly proposedBy: string;
}

/** Keeps who proposed to publish which outcome, and who confirmed it. */
@Injectable()
export class OutcomesRepository {
  constructor(private readonly database: DataSource) {}

  /** The one that waits or was confirmed; withdrawn ones stay on record only. */
  async ofRound(roundId: string): Promise<Outcome | undefined> {
    const [found] = await this.database.query<Outcome[]>(`${ROW} AND round_id = $1`, [roundId]);
    return found;
  }

  /** The same, held until the transaction ends. */
  async locked(roundId: string, manager: EntityManager): Promise<Outcome | undefined> {
    const [found] = await manager.query<Outcome[]>(`${ROW} AND round_id = $1 FOR UPDATE`, [roundId]);
    return found;
  }

  /** Those that wait for a second officer, the oldest first. */
  async waiting(placeIds: readonly string[]): Promise<Outcome[]> {
    return this.database.query(
      `${ROW} AND confirmed_at IS NULL
         AND round_id IN (SELECT id FROM rounds WHERE place_id = ANY ($1::uuid[]) AND cancelled_at IS NULL)
       ORDER BY proposed_at`,
      [placeIds],
    );
  }

  /** @throws AlreadyProposed when another officer was quicker */
  async propose(one: NewOutcome, manager: EntityManager): Promise<void> {
    const added = await manager.query<unknown[]>(
      `INSERT INTO outcomes (round_id, decision_id, preview_sha256, proposed_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING id`,
      [one.roundId, one.decisionId, one.previewSha256, one.proposedBy],
    );
    if (added.length === 0) throw new AlreadyProposed();
  }

  async withdraw(id: string, personId: string, manager: EntityManager): Promise<void> {
    await manager.query(
      'UPDATE outcomes SET withdrawn_by = $2, withdrawn_at = clock_timestamp() WHERE id = $1',
      [id, personId],
    );
  }

  /** The database refuses the officer who proposed it. */
  async confirm(id: string, personId: string, told: Told, manager: EntityManager): Promise<void> {
    await manager.query(
      'UPDATE outcomes SET confirmed_by = $2, confirmed_at = clock_timestamp(), told = $3 WHERE id = $1',
      [id, personId, JSON.stringify(told)],
    );
  }

  /** Proposals of the round that were never answered: this act says nothing to their authors. */
  async unanswered(roundId: string): Promise<number> {
    const [{ n }] = await this.database.query<[{ n: number }]>(
      `SELECT count(*)::int AS n FROM proposals
       WHERE round_id = $1 AND state IN ('submitted', 'in-review', 'changes-asked', 'accepted')`,
      [roundId],
    );
    return n;
  }

  async lettersSent(decisionId: string): Promise<number> {
    const [{ n }] = await this.database.query<[{ n: number }]>(
      'SELECT count(*)::int AS n FROM decision_letters WHERE decision_id = $1',
      [decisionId],
    );
    return n;
  }
}
