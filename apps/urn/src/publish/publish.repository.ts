import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { ElectionState } from '../elections/index.js';
import { KeeperDatabase } from '../platform/database/index.js';

/** What is fixed when an election is finished. */
export interface Closing {
  readonly idx: number;
  readonly record: string;
  readonly rollSummary: string;
  /** Whole file, with newlines. */
  readonly paperBatches: string;
  /** Ballots that count: last versions and sheets. */
  readonly counted: number;
  readonly result: string | null;
}

export interface Totals {
  readonly online: number;
  readonly credentials: number;
  readonly paper: number;
}

/** One ballot in the log, as the export needs it. */
export interface LoggedBallot {
  readonly idx: number;
  readonly style: string;
  readonly cred: Buffer;
  readonly rev: number;
  readonly body: string;
  readonly credSig: Buffer | null;
  readonly passPrefix: Buffer | null;
  readonly passSig: Buffer | null;
  readonly source: 'online' | 'paper';
  /** Whether no later version replaced it. */
  readonly counts: boolean;
  readonly batch: string | null;
  readonly serial: string | null;
}

const PAGE = 2000;

@Injectable()
export class PublishRepository {
  constructor(private readonly database: KeeperDatabase) {}

  /**
   * Ends the casting. Waits for casts that hold the election's row; those that come later see it closed.
   *
   * @param early whether it may be before its time
   * @returns whether voting is closed now
   */
  async close(election: string, early: boolean, manager: EntityManager): Promise<boolean> {
    await manager.query(
      `UPDATE urn.election SET state = 'closed', closed_at = date_trunc('milliseconds', clock_timestamp())
        WHERE id = $1 AND state = 'open' AND ($2 OR clock_timestamp() >= closes)`,
      [election, early],
    );
    return (await this.stateOf(election, manager)) !== 'open';
  }

  async stateOf(election: string, manager: EntityManager): Promise<ElectionState | undefined> {
    const rows = await manager.query<{ state: ElectionState }[]>(
      'SELECT state FROM urn.election WHERE id = $1',
      [election],
    );
    return rows[0]?.state;
  }

  /** Of everything stored, in the log or not. */
  async totals(election: string, manager: EntityManager): Promise<Totals> {
    const [totals] = await manager.query<[Totals]>(
      `SELECT count(*) FILTER (WHERE source = 'online')::int AS online,
              count(DISTINCT cred) FILTER (WHERE source = 'online')::int AS credentials,
              count(*) FILTER (WHERE source = 'paper')::int AS paper
         FROM urn.ballot WHERE election = $1`,
      [election],
    );
    return totals;
  }

  async finish(election: string, closing: Closing, manager: EntityManager): Promise<void> {
    await manager.query(
      `INSERT INTO tlog.closing (election, idx, record, roll_summary, paper_batches, counted)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [election, closing.idx, closing.record, closing.rollSummary, closing.paperBatches, closing.counted],
    );
    await manager.query(`UPDATE urn.election SET state = 'finished' WHERE id = $1`, [election]);
  }

  async closing(election: string): Promise<Closing | undefined> {
    const rows = await this.database.query<Closing[]>(
      `SELECT idx, record, roll_summary AS "rollSummary", paper_batches AS "paperBatches", counted, result
         FROM tlog.closing WHERE election = $1`,
      [election],
    );
    return rows[0];
  }

  async keepResult(election: string, result: string): Promise<void> {
    await this.database.query('UPDATE tlog.closing SET result = $2 WHERE election = $1', [election, result]);
  }

  /** Ballots in log order, a page at a time. */
  async *ballots(election: string): AsyncGenerator<LoggedBallot[]> {
    for (let after = 0; ;) {
      const rows = await this.database.query<LoggedBallot[]>(
        `SELECT b.idx, b.style, b.cred, b.rev, b.body, b.cred_sig AS "credSig", b.pass_prefix AS "passPrefix",
                b.pass_sig AS "passSig", b.source, s.batch, s.serial,
                NOT EXISTS (SELECT 1 FROM urn.ballot n
                             WHERE n.election = b.election AND n.cred = b.cred AND n.rev = b.rev + 1) AS counts
           FROM urn.ballot b
           LEFT JOIN paper.sheet s ON b.source = 'paper' AND s.election = b.election AND s.cred = b.cred
          WHERE b.election = $1 AND b.idx > $2 ORDER BY b.idx LIMIT $3`,
        [election, after, PAGE],
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.idx;
    }
  }
}
