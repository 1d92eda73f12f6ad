import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Injectable } from '@nestjs/common';
import type { Ballot } from '@commonthread/voting';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type EntityManager } from 'typeorm';

import { ballotLines } from './ballot-copy.js';

/** How many ballots travel at once: small enough that the API answers others in between. */
const PAGE = 10_000;

/** Keeps the ballots that can be counted: of imported elections, and of votes held here once their export is verified. They name projects and points, never a person. */
@Injectable()
export class BallotBox {
  constructor(private readonly database: DataSource) {}

  /**
   * Stores all ballots of a round in the caller's transaction, by COPY.
   *
   * @param told called now and then with the number stored so far
   * @returns how many ballots there are
   */
  async store(
    roundId: string,
    ballots: AsyncIterable<Ballot> | Iterable<Ballot>,
    manager: EntityManager,
    told: (stored: number) => void = () => {},
  ): Promise<number> {
    if (!manager.queryRunner) throw new Error('ballots are stored within a transaction');
    const client = (await manager.queryRunner.connect()) as PoolClient;
    let stored = 0;
    const lines = ballotLines(roundId, ballots, (written) => told((stored = written)));
    await pipeline(
      Readable.from(lines),
      client.query(
        copyFrom('COPY imported_ballots (round_id, position, choices, points) FROM STDIN (FORMAT csv)'),
      ),
    );
    return stored;
  }

  /** The ballots of a round in the order they were stored, a page at a time. */
  async *pages(roundId: string): AsyncGenerator<Ballot[]> {
    let after = 0;
    for (;;) {
      const rows = await this.database.query<
        { position: number; choices: string[]; points: number[] | null }[]
      >(
        `SELECT position, choices, points FROM imported_ballots
          WHERE round_id = $1 AND position > $2 ORDER BY position LIMIT ${PAGE}`,
        [roundId, after],
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(({ choices, points }) => (points ? { choices, points } : { choices }));
      after = last.position;
    }
  }

  /** How many ballots a round has; says nothing about what they choose. */
  async size(roundId: string): Promise<number> {
    const [row] = await this.database.query<[{ ballots: number }]>(
      'SELECT coalesce(max(position), 0) AS ballots FROM imported_ballots WHERE round_id = $1',
      [roundId],
    );
    return row.ballots;
  }
}
