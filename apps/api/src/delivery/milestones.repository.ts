import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Milestone } from './delivery.js';

const SELECT = `
  SELECT id, title, planned_on::text AS "plannedOn", forecast_on::text AS "forecastOn", done_on::text AS "doneOn",
         done_on IS NULL AND forecast_on < local_today() AS overdue,
         coalesce((SELECT jsonb_agg(jsonb_build_object('at', at, 'from', from_on, 'to', to_on, 'reason', reason)
                                    ORDER BY s.id) FROM milestone_slips s WHERE milestone_id = m.id), '[]') AS slips
    FROM milestones m`;

/** Keeps milestones and every slip of their dates. */
@Injectable()
export class MilestonesRepository {
  constructor(private readonly database: DataSource) {}

  /** In the order they were planned for. */
  ofProposal(number: number, manager: EntityManager = this.database.manager): Promise<Milestone[]> {
    return manager.query(`${SELECT} WHERE proposal_number = $1 ORDER BY planned_on, id`, [number]);
  }

  async one(number: number, id: string, manager: EntityManager): Promise<Milestone | undefined> {
    const [row] = await manager.query<Milestone[]>(`${SELECT} WHERE proposal_number = $1 AND id = $2`, [
      number,
      id,
    ]);
    return row;
  }

  async plan(number: number, title: string, plannedOn: string, manager: EntityManager): Promise<void> {
    await manager.query(
      'INSERT INTO milestones (proposal_number, title, planned_on, forecast_on) VALUES ($1, $2, $3, $3)',
      [number, title, plannedOn],
    );
  }

  /** @param reason kept with the slip; the database insists on it for a later date */
  async forecast(
    id: string,
    forecastOn: string,
    reason: string | null,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query('UPDATE milestones SET forecast_on = $2, slip_reason = $3 WHERE id = $1', [
      id,
      forecastOn,
      reason,
    ]);
  }

  async finish(id: string, doneOn: string, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE milestones SET done_on = $2 WHERE id = $1', [id, doneOn]);
  }
}
