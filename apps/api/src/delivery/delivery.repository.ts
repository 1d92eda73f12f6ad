import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Delivery, Outcome, Progress, Update } from './delivery.js';

const SELECT = `
  SELECT proposal_number AS number, owner_body AS "ownerBody", contact_office AS "contactOffice",
         budget_pence::float8 AS "budgetPence", begun_at AS "begunAt", heard_at AS "heardAt", ending, outcome,
         different_now AS "differentNow", not_done AS "notDone", ended_at AS at
    FROM deliveries WHERE proposal_number = $1`;

type Row = Omit<Delivery, 'end'> & { readonly [Part in keyof Outcome]: Outcome[Part] | null } & {
  readonly at: Date | null;
};

/** Keeps who delivers what, what was told of it and how it ended. */
@Injectable()
export class DeliveryRepository {
  constructor(private readonly database: DataSource) {}

  async byNumber(number: number): Promise<Delivery | undefined> {
    const [row] = await this.database.query<Row[]>(SELECT, [number]);
    return row && deliveryOf(row);
  }

  /** Holds it until the transaction ends. */
  async locked(number: number, manager: EntityManager): Promise<Delivery | undefined> {
    const [row] = await manager.query<Row[]>(`${SELECT} FOR UPDATE`, [number]);
    return row && deliveryOf(row);
  }

  async begin(
    one: Pick<Delivery, 'number' | 'ownerBody' | 'contactOffice' | 'budgetPence'>,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO deliveries (proposal_number, owner_body, contact_office, budget_pence) VALUES ($1, $2, $3, $4)`,
      [one.number, one.ownerBody, one.contactOffice, one.budgetPence],
    );
  }

  async nameOwner(
    number: number,
    { ownerBody, contactOffice }: Pick<Delivery, 'ownerBody' | 'contactOffice'>,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      'UPDATE deliveries SET owner_body = $2, contact_office = $3 WHERE proposal_number = $1',
      [number, ownerBody, contactOffice],
    );
  }

  /** Something was heard of it just now. */
  async heard(number: number, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE deliveries SET heard_at = clock_timestamp() WHERE proposal_number = $1', [
      number,
    ]);
  }

  async end(number: number, end: Outcome, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE deliveries SET ending = $2, outcome = $3, different_now = $4, not_done = $5,
         ended_at = clock_timestamp(), heard_at = clock_timestamp() WHERE proposal_number = $1`,
      [number, end.ending, end.outcome, end.differentNow, end.notDone],
    );
  }

  /** @returns its id */
  async tell(number: number, words: string, manager: EntityManager): Promise<string> {
    const [{ id }] = await manager.query<[{ id: string }]>(
      'INSERT INTO delivery_updates (proposal_number, words) VALUES ($1, $2) RETURNING id',
      [number, words],
    );
    return id;
  }

  /** Newest first. */
  updates(number: number): Promise<Update[]> {
    return this.database.query(
      `SELECT id, words, told_at AS at FROM delivery_updates WHERE proposal_number = $1 ORDER BY told_at DESC`,
      [number],
    );
  }

  async numberOfUpdate(id: string): Promise<number | undefined> {
    const [row] = await this.database.query<{ number: number }[]>(
      'SELECT proposal_number AS number FROM delivery_updates WHERE id = $1',
      [id],
    );
    return row?.number;
  }

  async today(): Promise<string> {
    const [{ today }] = await this.database.query<[{ today: string }]>('SELECT local_today()::text AS today');
    return today;
  }

  /** How far each of some projects has come. */
  progress(numbers: readonly number[]): Promise<Progress[]> {
    return this.database.query(
      `SELECT d.proposal_number AS number, d.owner_body AS "ownerBody", d.heard_at AS "heardAt",
              d.ended_at IS NULL AND d.heard_at < clock_timestamp() - interval '60 days' AS quiet,
              m.slipped AND d.ended_at IS NULL AS slipped, m.overdue AND d.ended_at IS NULL AS overdue,
              m.done, m.milestones, n.next, s.paid AS "paidPence"
         FROM deliveries d
         CROSS JOIN LATERAL (
           SELECT coalesce(bool_or(done_on IS NULL AND (forecast_on > planned_on OR forecast_on < local_today())), false) AS slipped,
                  coalesce(bool_or(done_on IS NULL AND forecast_on < local_today()), false) AS overdue,
                  count(done_on)::int AS done, count(*)::int AS milestones
             FROM milestones WHERE proposal_number = d.proposal_number) m
         LEFT JOIN LATERAL (
           SELECT jsonb_build_object('title', title, 'forecastOn', forecast_on) AS next FROM milestones
            WHERE proposal_number = d.proposal_number AND done_on IS NULL AND d.ended_at IS NULL
            ORDER BY forecast_on, id LIMIT 1) n ON true
         CROSS JOIN LATERAL (
           SELECT coalesce(sum(amount_pence), 0)::float8 AS paid FROM spend_entries e
            WHERE proposal_number = d.proposal_number AND kind = 'paid'
              AND NOT EXISTS (SELECT FROM spend_entries c WHERE c.corrects = e.id)) s
        WHERE d.proposal_number = ANY ($1)`,
      [numbers],
    );
  }
}

function deliveryOf({ ending, outcome, differentNow, notDone, at, ...row }: Row): Delivery {
  const end =
    ending && outcome && differentNow && notDone && at
      ? { ending, outcome, differentNow, notDone, at }
      : null;
  return { ...row, end };
}
