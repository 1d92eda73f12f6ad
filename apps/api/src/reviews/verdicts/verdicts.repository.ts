import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Letter } from '../rules/letter.js';
import type { Verdict } from '../rules/verdict-of.js';

export interface ConfirmedVerdict {
  readonly id: string;
  readonly verdict: Verdict;
  readonly letter: Letter;
  readonly confirmedBy: string;
  readonly confirmedAt: Date;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
  /** Last day for an appeal, YYYY-MM-DD. */
  readonly appealUntil: string | null;
  readonly returnedAt: Date | null;
  readonly returnedWhy: string | null;
}

const VERDICTS = `
  SELECT id, verdict, letter, confirmed_by AS "confirmedBy", confirmed_at AS "confirmedAt", signed_by AS "signedBy",
         signed_at AS "signedAt", appeal_until::text AS "appealUntil", returned_at AS "returnedAt",
         returned_why AS "returnedWhy"
    FROM review_verdicts WHERE proposal_number = $1`;

/** A no that nobody has signed or sent back. */
export function isPending({ verdict, signedAt, returnedAt }: ConfirmedVerdict): boolean {
  return verdict === 'not-taken-forward' && signedAt === null && returnedAt === null;
}

/** Whether the author has heard of it. */
export function isSent(one: ConfirmedVerdict): boolean {
  return one.verdict === 'not-taken-forward' ? one.signedAt !== null : true;
}

/** Keeps verdicts and their letters. The database lets none be changed once it is signed or sent back. */
@Injectable()
export class VerdictsRepository {
  constructor(private readonly database: DataSource) {}

  /** The one confirmed last, whatever became of it. */
  async latest(
    number: number,
    manager: EntityManager = this.database.manager,
  ): Promise<ConfirmedVerdict | undefined> {
    const [row] = await manager.query<ConfirmedVerdict[]>(`${VERDICTS} ORDER BY confirmed_at DESC LIMIT 1`, [
      number,
    ]);
    return row;
  }

  /** The one the author has heard last. */
  async latestSent(
    number: number,
    manager: EntityManager = this.database.manager,
  ): Promise<ConfirmedVerdict | undefined> {
    const [row] = await manager.query<ConfirmedVerdict[]>(
      `${VERDICTS} AND (verdict <> 'not-taken-forward' OR signed_at IS NOT NULL)
       ORDER BY confirmed_at DESC LIMIT 1`,
      [number],
    );
    return row;
  }

  async add(
    number: number,
    verdict: Verdict,
    letter: Letter,
    confirmedBy: string,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      'INSERT INTO review_verdicts (proposal_number, verdict, letter, confirmed_by) VALUES ($1, $2, $3, $4)',
      [number, verdict, JSON.stringify(letter), confirmedBy],
    );
  }

  /** @param appealDays `null` where no appeal is left */
  async sign(id: string, signedBy: string, appealDays: number | null, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE review_verdicts SET signed_by = $2, signed_at = clock_timestamp(),
         appeal_until = local_today() + $3::int WHERE id = $1`,
      [id, signedBy, appealDays],
    );
  }

  async sendBack(id: string, returnedBy: string, why: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE review_verdicts SET returned_by = $2, returned_at = clock_timestamp(), returned_why = $3
       WHERE id = $1`,
      [id, returnedBy, why],
    );
  }
}
