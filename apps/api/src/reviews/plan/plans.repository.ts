import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { CRITERIA, type Criterion } from '../rules/criteria.js';

/** How a round asks one criterion of its proposals. */
export interface PlannedCriterion {
  readonly criterion: Criterion;
  readonly used: boolean;
  /** Who answers it unless somebody else is given it; `null` leaves it to the officers. */
  readonly departmentId: string | null;
  /** From the day a review begins until the answer is due. */
  readonly days: number;
}

const USUAL_DAYS = 14;

@Injectable()
export class PlansRepository {
  constructor(private readonly database: DataSource) {}

  /** All seven in their order; what was never planned is asked, of nobody in particular. */
  async of(roundId: string, manager: EntityManager = this.database.manager): Promise<PlannedCriterion[]> {
    const rows = await manager.query<PlannedCriterion[]>(
      `SELECT criterion, used, department_id AS "departmentId", days FROM review_plans WHERE round_id = $1`,
      [roundId],
    );
    return CRITERIA.map(
      (criterion) =>
        rows.find((row) => row.criterion === criterion) ?? {
          criterion,
          used: true,
          departmentId: null,
          days: USUAL_DAYS,
        },
    );
  }

  async put(roundId: string, plan: readonly PlannedCriterion[], manager: EntityManager): Promise<void> {
    await manager.query(
      `INSERT INTO review_plans (round_id, criterion, used, department_id, days)
       SELECT $1, x.criterion, x.used, x."departmentId", x.days
         FROM jsonb_to_recordset($2::jsonb) AS x(criterion text, used boolean, "departmentId" uuid, days int)
       ON CONFLICT (round_id, criterion)
       DO UPDATE SET used = excluded.used, department_id = excluded.department_id, days = excluded.days`,
      [roundId, JSON.stringify(plan)],
    );
  }
}
