import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type Money, NO_MONEY, type Spend, type SpendEntry, type SpendKind } from './delivery.js';

const SELECT = `
  SELECT id, kind, amount_pence::float8 AS "amountPence", spent_on::text AS "spentOn", payee, what_for AS "whatFor",
         local, social, over_reason AS "overReason", corrects, reason, entered_at AS "enteredAt",
         EXISTS (SELECT FROM spend_entries c WHERE c.corrects = e.id) AS corrected
    FROM spend_entries e`;

export interface Correction {
  readonly corrects: string;
  readonly reason: string;
}

/** Keeps what was promised and paid; it only ever adds. */
@Injectable()
export class SpendRepository {
  constructor(private readonly database: DataSource) {}

  /** By day, corrections after what they correct. */
  ofProposal(number: number): Promise<SpendEntry[]> {
    return this.database.query(`${SELECT} WHERE proposal_number = $1 ORDER BY spent_on, entered_at, id`, [
      number,
    ]);
  }

  async one(number: number, id: string, manager: EntityManager): Promise<SpendEntry | undefined> {
    const [row] = await manager.query<SpendEntry[]>(`${SELECT} WHERE proposal_number = $1 AND id = $2`, [
      number,
      id,
    ]);
    return row;
  }

  async add(
    number: number,
    one: Spend,
    correction: Correction | null,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO spend_entries (proposal_number, kind, amount_pence, spent_on, payee, what_for, local, social, over_reason, corrects, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        number,
        one.kind,
        one.amountPence,
        one.spentOn,
        one.payee,
        one.whatFor,
        one.local,
        one.social,
        one.overReason,
        correction?.corrects ?? null,
        correction?.reason ?? null,
      ],
    );
  }

  /** What is promised, or paid, as far as nothing has taken its place, whole pence. */
  async sumOf(number: number, kind: SpendKind, manager: EntityManager): Promise<number> {
    const [{ sum }] = await manager.query<[{ sum: number }]>('SELECT spend_sum($1, $2)::float8 AS sum', [
      number,
      kind,
    ]);
    return sum;
  }

  /** Over the entries of some projects that nothing has taken the place of. */
  async sums(numbers: readonly number[]): Promise<Omit<Money, 'budgetPence'>> {
    const [row] = await this.database.query<Omit<Money, 'budgetPence'>[]>(
      `SELECT coalesce(sum(amount_pence) FILTER (WHERE kind = 'committed'), 0)::float8 AS "committedPence",
              coalesce(sum(amount_pence) FILTER (WHERE kind = 'paid'), 0)::float8 AS "paidPence",
              coalesce(sum(amount_pence) FILTER (WHERE kind = 'paid' AND local), 0)::float8 AS "localPence",
              coalesce(sum(amount_pence) FILTER (WHERE kind = 'paid' AND social), 0)::float8 AS "socialPence",
              count(*) FILTER (WHERE kind = 'paid' AND amount_pence > 0)::int AS payments,
              count(DISTINCT lower(payee)) FILTER (WHERE kind = 'paid' AND amount_pence > 0)::int AS payees
         FROM spend_entries e
        WHERE proposal_number = ANY ($1) AND NOT EXISTS (SELECT FROM spend_entries c WHERE c.corrects = e.id)`,
      [numbers],
    );
    return row ?? NO_MONEY;
  }
}
