import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface Appeal {
  readonly verdictId: string;
  readonly text: string;
  /** Whether the author lets everybody read it. */
  readonly textPublic: boolean;
  readonly madeAt: Date;
  readonly decidedAt: Date | null;
  readonly upheld: boolean | null;
  readonly reason: string | null;
}

/** Keeps the one appeal a proposal can have. */
@Injectable()
export class AppealsRepository {
  constructor(private readonly database: DataSource) {}

  async find(number: number, manager: EntityManager = this.database.manager): Promise<Appeal | undefined> {
    const [row] = await manager.query<Appeal[]>(
      `SELECT verdict_id AS "verdictId", text, text_public AS "textPublic", made_at AS "madeAt",
         decided_at AS "decidedAt", upheld, reason FROM review_appeals WHERE proposal_number = $1`,
      [number],
    );
    return row;
  }

  /** @returns whether the time for it was still running */
  async add(
    number: number,
    appeal: { verdictId: string; authorId: string; text: string; textPublic: boolean },
    manager: EntityManager,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO review_appeals (proposal_number, verdict_id, author_id, text, text_public)
       SELECT $1, v.id, $3, $4, $5 FROM review_verdicts v
        WHERE v.id = $2 AND v.appeal_until >= local_today() RETURNING 1`,
      [number, appeal.verdictId, appeal.authorId, appeal.text, appeal.textPublic],
    );
    return rows.length === 1;
  }

  async decide(
    number: number,
    { by, upheld, reason }: { by: string; upheld: boolean; reason: string },
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `UPDATE review_appeals SET decided_by = $2, decided_at = clock_timestamp(), upheld = $3, reason = $4
       WHERE proposal_number = $1`,
      [number, by, upheld, reason],
    );
  }
}
