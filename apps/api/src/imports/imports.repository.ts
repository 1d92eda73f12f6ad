import type { Encoding } from '@commonthread/kernel/text-files';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Import, ImportFault } from './import.js';
import { ImportNotFound } from './imports.errors.js';

const SELECT = `
  SELECT i.id, i.place_id AS "placeId", i.started_by AS "startedBy", i.file_name AS "fileName", i.title, i.sha256,
         i.bytes::float8 AS bytes, i.encoding, i.state, i.progress, i.projects, i.ballots, i.ballots_done AS "ballotsDone",
         i.warnings, i.faults, r.slug AS "roundSlug", i.started_at AS "startedAt", i.finished_at AS "finishedAt"
    FROM imports i LEFT JOIN rounds r ON r.id = i.round_id`;

export interface NewImport {
  readonly id: string;
  readonly placeId: string;
  readonly startedBy: string;
  readonly fileName: string;
  readonly title: string | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: Encoding;
}

/** Keeps imports and, until they are done, the uploaded bytes. */
@Injectable()
export class ImportsRepository {
  constructor(private readonly database: DataSource) {}

  async add(one: NewImport, manager: EntityManager): Promise<void> {
    const { id, placeId, startedBy, fileName, title, sha256, bytes, encoding } = one;
    await manager.query(
      `INSERT INTO imports (id, place_id, started_by, file_name, title, sha256, bytes, encoding)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8)`,
      [id, placeId, startedBy, fileName, title, sha256, bytes, encoding],
    );
  }

  /** @param seq from 1 */
  async addPiece(importId: string, seq: number, bytes: Buffer, manager: EntityManager): Promise<void> {
    await manager.query('INSERT INTO import_pieces (import_id, seq, bytes) VALUES ($1, $2, $3)', [
      importId,
      seq,
      bytes,
    ]);
  }

  /** The uploaded file, piece by piece. */
  async *pieces(importId: string): AsyncGenerator<Buffer> {
    for (let seq = 1; ; seq += 1) {
      const [row] = await this.database.query<{ bytes: Buffer }[]>(
        'SELECT bytes FROM import_pieces WHERE import_id = $1 AND seq = $2',
        [importId, seq],
      );
      if (!row) return;
      yield row.bytes;
    }
  }

  /** @throws ImportNotFound */
  async byId(id: string): Promise<Import> {
    const [row] = await this.database.query<Import[]>(`${SELECT} WHERE i.id = $1`, [id]);
    if (!row) throw new ImportNotFound();
    return row;
  }

  /** Newest first. */
  startedBy(personId: string): Promise<Import[]> {
    return this.database.query(
      `${SELECT} WHERE i.started_by = $1 ORDER BY i.started_at DESC, i.id LIMIT 100`,
      [personId],
    );
  }

  /** Of jobs that may have died with their process. */
  async unfinished(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      'SELECT id FROM imports WHERE finished_at IS NULL ORDER BY started_at',
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Lets one job at a time store an import, until its transaction ends. The row itself stays free for news.
   *
   * @returns whether there is still something to do
   */
  async claim(id: string, manager: EntityManager): Promise<boolean> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`import:${id}`]);
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM imports WHERE id = $1 AND finished_at IS NULL',
      [id],
    );
    return rows.length > 0;
  }

  async beginReading(id: string): Promise<void> {
    await this.database.query(
      `UPDATE imports SET state = 'reading', progress = 0, ballots_done = 0
        WHERE id = $1 AND state IN ('queued', 'reading', 'storing')`,
      [id],
    );
  }

  async beginStoring(id: string, projects: number, ballots: number): Promise<void> {
    await this.database.query(
      `UPDATE imports SET state = 'storing', projects = $2, ballots = $3 WHERE id = $1 AND state = 'reading'`,
      [id, projects, ballots],
    );
  }

  /** News from a job that is under way; its own transaction does not touch the row before its end. */
  async progress(id: string, progress: number, ballotsDone: number): Promise<void> {
    await this.database.query(
      `UPDATE imports SET progress = $2, ballots_done = $3 WHERE id = $1 AND state IN ('reading', 'storing')`,
      [id, progress, ballotsDone],
    );
  }

  /** Within the transaction that made the round, so that a job that runs twice stores once. */
  async done(
    id: string,
    roundId: string,
    warnings: readonly string[],
    manager: EntityManager,
  ): Promise<void> {
    await manager.query('DELETE FROM import_pieces WHERE import_id = $1', [id]);
    await manager.query(
      `UPDATE imports SET state = 'done', round_id = $2, progress = 1, ballots_done = ballots, warnings = $3,
                          finished_at = clock_timestamp() WHERE id = $1`,
      [id, roundId, warnings],
    );
  }

  async end(id: string, state: 'refused' | 'failed', faults: readonly ImportFault[]): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('DELETE FROM import_pieces WHERE import_id = $1', [id]);
      await manager.query(
        `UPDATE imports SET state = $2, faults = $3, finished_at = clock_timestamp()
          WHERE id = $1 AND state IN ('queued', 'reading', 'storing')`,
        [id, state, JSON.stringify(faults)],
      );
    });
  }
}
