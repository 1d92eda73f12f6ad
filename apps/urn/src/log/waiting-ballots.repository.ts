import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { KeeperDatabase } from '../platform/database/index.js';

/** What the keeper of an election has to decide on. */
export interface Waiting {
  readonly election: string;
  /** Ballots and sheets outside the log. */
  readonly entries: number;
  /** Online ballots among them whose credential the log does not know yet. */
  readonly newCredentials: number;
  /** Whether it is past two at night by the database's clock and this night's batch is still to come. */
  readonly night: boolean;
  /** Whether voting is over by the clock while the election is still open. */
  readonly over: boolean;
}

@Injectable()
export class WaitingBallotsRepository {
  constructor(private readonly database: KeeperDatabase) {}

  /** Elections that are not finished. */
  async waiting(): Promise<Waiting[]> {
    return this.database.query(`
      SELECT e.id AS election, w.entries, w.new_credentials AS "newCredentials",
             n.done < clock_timestamp()::date AND clock_timestamp()::time >= '02:00' AS night,
             e.state = 'open' AND clock_timestamp() >= e.closes AS over
        FROM urn.election e
        JOIN tlog.night n ON n.election = e.id
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS entries,
                 count(*) FILTER (WHERE b.rev = 1 AND b.source = 'online')::int AS new_credentials
            FROM urn.ballot b WHERE b.election = e.id AND b.idx IS NULL
        ) w
       WHERE e.state <> 'finished'`);
  }

  async noteNight(election: string, manager?: EntityManager): Promise<void> {
    await (manager ?? this.database).query(
      `INSERT INTO tlog.night (election, done) VALUES ($1, clock_timestamp()::date)
       ON CONFLICT (election) DO UPDATE SET done = EXCLUDED.done`,
      [election],
    );
  }

  /**
   * Writes every waiting ballot anew in random order and gives it its place in the log. All get the transaction's id
   * as their row version, so neither that nor their place in the file tells when they came.
   *
   * @returns commitments in log order from `size` on
   */
  async shuffleIn(election: string, size: number, manager: EntityManager): Promise<Buffer[]> {
    const rows = await manager.query<{ commitment: Buffer; source: string; rev: number }[]>(
      `WITH taken AS (
         DELETE FROM urn.ballot WHERE election = $1 AND idx IS NULL RETURNING *
       ), shuffled AS (
         SELECT taken.*, row_number() OVER (ORDER BY random()) - 1 AS place FROM taken
       )
       INSERT INTO urn.ballot
         (election, style, cred, rev, commitment, body, cred_sig, pass_prefix, pass_sig, idx, source)
       SELECT election, style, cred, rev, commitment, body, cred_sig, pass_prefix, pass_sig, $2 + place, source
         FROM shuffled ORDER BY place
       RETURNING commitment, source, rev`,
      [election, size],
    );
    if (rows.length > 0) await this.countDay(election, rows, manager);
    return rows.map(({ commitment }) => commitment);
  }

  private async countDay(
    election: string,
    rows: readonly { source: string; rev: number }[],
    manager: EntityManager,
  ): Promise<void> {
    const online = rows.filter(({ source }) => source === 'online');
    const credentials = online.filter(({ rev }) => rev === 1).length;
    await manager.query(
      `INSERT INTO tlog.day (election, day, credentials, ballots, paper)
       VALUES ($1, clock_timestamp()::date, $2, $3, $4)
       ON CONFLICT (election, day) DO UPDATE SET credentials = day.credentials + EXCLUDED.credentials,
         ballots = day.ballots + EXCLUDED.ballots, paper = day.paper + EXCLUDED.paper`,
      [election, credentials, online.length, rows.length - online.length],
    );
  }
}
