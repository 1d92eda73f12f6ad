import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { CastDatabase, KeeperDatabase } from '../platform/database/index.js';

export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
}

/** What the public may read of the log, and what only its writer adds. */
@Injectable()
export class LogRepository {
  constructor(
    private readonly database: CastDatabase,
    private readonly keeper: KeeperDatabase,
  ) {}

  /** Commitments of leaves from `from` on, in log order. */
  async leavesFrom(
    election: string,
    from: number,
    manager?: EntityManager,
  ): Promise<{ idx: number; commitment: Buffer }[]> {
    return (manager ?? this.database).query(
      'SELECT idx, commitment FROM urn.ballot WHERE election = $1 AND idx >= $2 ORDER BY idx',
      [election, from],
    );
  }

  /** The closing record, when the election is finished. */
  async closing(
    election: string,
    manager?: EntityManager,
  ): Promise<{ idx: number; record: string } | undefined> {
    const rows = await (manager ?? this.database).query<{ idx: number; record: string }[]>(
      'SELECT idx, record FROM tlog.closing WHERE election = $1',
      [election],
    );
    return rows[0];
  }

  /** @returns undefined for a ballot that waits, as for one that is not there */
  async indexOf(election: string, commitment: Uint8Array): Promise<number | undefined> {
    const rows = await this.database.query<{ idx: number }[]>(
      'SELECT idx FROM urn.ballot WHERE commitment = $2 AND election = $1 AND idx IS NOT NULL',
      [election, Buffer.from(commitment)],
    );
    return rows[0]?.idx;
  }

  async newest(election: string): Promise<StoredCheckpoint | undefined> {
    const rows = await this.database.query<StoredCheckpoint[]>(
      'SELECT size, root, note FROM tlog.checkpoint WHERE election = $1 ORDER BY size DESC LIMIT 1',
      [election],
    );
    return rows[0];
  }

  /** Oldest first. */
  async checkpoints(election: string, manager?: EntityManager): Promise<StoredCheckpoint[]> {
    return (manager ?? this.database).query(
      'SELECT size, root, note FROM tlog.checkpoint WHERE election = $1 ORDER BY size',
      [election],
    );
  }

  async addCheckpoint(
    election: string,
    { size, root, note }: StoredCheckpoint,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query('INSERT INTO tlog.checkpoint (election, size, root, note) VALUES ($1, $2, $3, $4)', [
      election,
      size,
      root,
      note,
    ]);
  }

  /** One writer at a time for each election, over all processes, until the transaction ends. */
  async lock(election: string, manager: EntityManager): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('urn.log'), hashtext($1))`, [election]);
  }

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.keeper.transaction(work);
  }

  /** Until then dead rows keep the old order in the table's file. */
  async forgetOldOrder(): Promise<void> {
    await this.keeper.query('VACUUM urn.ballot');
  }
}
