import type { Report } from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { ExportDigest, HeldVote, VoteStage } from './held-vote.js';

const ROW = `SELECT round_id AS "roundId", stage, manifest, manifest_sha256 AS "manifestSha256",
  closes_at AS "closesAt", opened_at AS "openedAt", closed_by AS "closedBy", closed_at AS "closedAt",
  stored_at AS "storedAt", failure, failed_at AS "failedAt", alarm_at AS "alarmAt", export_files AS "exportFiles", report FROM held_votes`;

@Injectable()
export class HeldVotesRepository {
  constructor(private readonly database: DataSource) {}

  async of(roundId: string, manager: EntityManager = this.database.manager): Promise<HeldVote | undefined> {
    const [held] = await manager.query<HeldVote[]>(`${ROW} WHERE round_id = $1`, [roundId]);
    return held;
  }

  /** Waits for whoever changes it. */
  async locked(roundId: string, manager: EntityManager): Promise<HeldVote | undefined> {
    const [held] = await manager.query<HeldVote[]>(`${ROW} WHERE round_id = $1 FOR UPDATE`, [roundId]);
    return held;
  }

  /** Rounds with a frozen paper that may be in voting and have no vote yet. */
  async notBegun(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT r.id FROM rounds r WHERE r.opened_at IS NOT NULL AND r.cancelled_at IS NULL AND r.decided_at IS NULL
         AND r.imported_from IS NULL AND r.paper_sha256 IS NOT NULL AND r.published_count_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM held_votes h WHERE h.round_id = r.id)`,
    );
    return rows.map(({ id }) => id);
  }

  /** Votes that may go on by themselves; one whose export was refused waits for an officer. */
  async unfinished(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT round_id AS id FROM held_votes WHERE stage <> 'stored' AND (stage <> 'finishing' OR report IS NULL)`,
    );
    return rows.map(({ id }) => id);
  }

  async begin(roundId: string): Promise<void> {
    await this.database.query('INSERT INTO held_votes (round_id) VALUES ($1) ON CONFLICT DO NOTHING', [
      roundId,
    ]);
  }

  /** The first one stays: what was sent once must be sent again to the byte. */
  async keepManifest(roundId: string, text: string, sha256: string, closesAt: string): Promise<void> {
    await this.database.query(
      `UPDATE held_votes SET manifest = $2, manifest_sha256 = $3, closes_at = $4
        WHERE round_id = $1 AND manifest IS NULL`,
      [roundId, text, sha256, closesAt],
    );
  }

  /** Goes on to a stage; an earlier failure is forgotten. */
  async goOn(roundId: string, stage: VoteStage, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE held_votes SET stage = $2, failure = NULL, failed_at = NULL,
         opened_at = CASE WHEN $2 = 'open' THEN clock_timestamp() ELSE opened_at END,
         closed_at = CASE WHEN $2 = 'closed' THEN clock_timestamp() ELSE closed_at END,
         stored_at = CASE WHEN $2 = 'stored' THEN clock_timestamp() ELSE stored_at END
       WHERE round_id = $1`,
      [roundId, stage],
    );
  }

  async closedBy(roundId: string, officers: readonly string[], manager: EntityManager): Promise<void> {
    await manager.query('UPDATE held_votes SET closed_by = $2 WHERE round_id = $1', [roundId, officers]);
  }

  async failed(roundId: string, reason: string): Promise<void> {
    await this.database.query(
      'UPDATE held_votes SET failure = $2, failed_at = clock_timestamp() WHERE round_id = $1',
      [roundId, reason],
    );
  }

  /** Kept outside the transaction that is given up when the report is bad. */
  async keepReport(roundId: string, report: Report | null): Promise<void> {
    await this.database.query('UPDATE held_votes SET report = $2 WHERE round_id = $1', [
      roundId,
      report && JSON.stringify(report),
    ]);
  }

  async keepDigests(roundId: string, files: readonly ExportDigest[], manager: EntityManager): Promise<void> {
    await manager.query('UPDATE held_votes SET export_files = $2 WHERE round_id = $1', [
      roundId,
      JSON.stringify(files),
    ]);
  }

  /** @returns whether this is the first alarm */
  async alarm(roundId: string): Promise<boolean> {
    const [, changed] = await this.database.query<[unknown[], number]>(
      'UPDATE held_votes SET alarm_at = clock_timestamp() WHERE round_id = $1 AND alarm_at IS NULL',
      [roundId],
    );
    return changed > 0;
  }

  /** Waits until nobody else works on this vote, and keeps them from it until the transaction ends. */
  async waitForTurn(roundId: string, manager: EntityManager): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('held-vote:' || $1, 0))`, [roundId]);
  }

  /** Whether nobody else works on this vote until the transaction ends. */
  async takeTurn(roundId: string, manager: EntityManager): Promise<boolean> {
    const [{ mine }] = await manager.query<[{ mine: boolean }]>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('held-vote:' || $1, 0)) AS mine`,
      [roundId],
    );
    return mine;
  }
}
