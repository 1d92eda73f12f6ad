import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Aim, AimPlan } from './aim.js';
import { AimNotFound } from './decisions.errors.js';

const SELECT = `
  SELECT a.id, a.indicator_code AS "indicatorCode", i.name AS "indicatorName", a.direction,
         a.size_points::float8 AS "sizePoints", a.population, a.place_id AS "placeId",
         to_char(a.due_on, 'YYYY-MM-DD') AS "dueOn", a.mechanism, a.locked_at AS "lockedAt",
         a.baseline_id AS "baselineId", a.decision_id AS "decisionId", d.number AS "decisionNumber",
         (SELECT v.title FROM decision_versions v WHERE v.decision_id = d.id ORDER BY v.version DESC LIMIT 1)
           AS "decisionTitle",
         ARRAY(SELECT c.place_id FROM aim_comparison_places c WHERE c.aim_id = a.id ORDER BY c.place_id)
           AS "comparisonPlaceIds"
    FROM aims a JOIN decisions d ON d.id = a.decision_id JOIN indicators i ON i.code = a.indicator_code`;

@Injectable()
export class AimsRepository {
  constructor(private readonly database: DataSource) {}

  /** In the order they were added. */
  async ofDecisions(
    decisionIds: readonly string[],
    manager: EntityManager = this.database.manager,
  ): Promise<Aim[]> {
    return manager.query(`${SELECT} WHERE a.decision_id = ANY ($1::uuid[]) ORDER BY a.added_at, a.id`, [
      decisionIds,
    ]);
  }

  /** Only aims of published decisions. */
  async lockedAt(indicatorCode: string): Promise<Aim[]> {
    return this.database.query(
      `${SELECT} WHERE a.indicator_code = $1 AND a.locked_at IS NOT NULL ORDER BY a.locked_at DESC, a.id`,
      [indicatorCode],
    );
  }

  async countLocked(): Promise<Map<string, number>> {
    const rows = await this.database.query<{ code: string; aims: number }[]>(
      'SELECT indicator_code AS code, count(*)::int AS aims FROM aims WHERE locked_at IS NOT NULL GROUP BY 1',
    );
    return new Map(rows.map(({ code, aims }) => [code, aims]));
  }

  /** Holds it until the transaction ends. @throws AimNotFound */
  async locked(decisionId: string, id: string, manager: EntityManager): Promise<{ lockedAt: Date | null }> {
    const [row] = await manager.query<{ lockedAt: Date | null }[]>(
      'SELECT locked_at AS "lockedAt" FROM aims WHERE id = $1 AND decision_id = $2 FOR UPDATE',
      [id, decisionId],
    );
    if (!row) throw new AimNotFound();
    return row;
  }

  async add(decisionId: string, plan: AimPlan, manager: EntityManager): Promise<string> {
    const { indicatorCode, direction, sizePoints, population, placeId, dueOn, mechanism } = plan;
    const [{ id }] = await manager.query<[{ id: string }]>(
      `INSERT INTO aims (decision_id, indicator_code, direction, size_points, population, place_id, due_on, mechanism)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [decisionId, indicatorCode, direction, sizePoints, population, placeId, dueOn, mechanism],
    );
    await this.compareWith(id, plan.comparisonPlaceIds, manager);
    return id;
  }

  async rewrite(id: string, plan: AimPlan, manager: EntityManager): Promise<void> {
    const { indicatorCode, direction, sizePoints, population, placeId, dueOn, mechanism } = plan;
    await manager.query(
      `UPDATE aims SET indicator_code = $2, direction = $3, size_points = $4, population = $5, place_id = $6,
                       due_on = $7, mechanism = $8 WHERE id = $1`,
      [id, indicatorCode, direction, sizePoints, population, placeId, dueOn, mechanism],
    );
    await manager.query('DELETE FROM aim_comparison_places WHERE aim_id = $1', [id]);
    await this.compareWith(id, plan.comparisonPlaceIds, manager);
  }

  async remove(id: string, manager: EntityManager): Promise<void> {
    await manager.query('DELETE FROM aims WHERE id = $1', [id]);
  }

  /** From here on the database refuses any change. */
  async lock(id: string, baselineId: string | null, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE aims SET locked_at = clock_timestamp(), baseline_id = $2 WHERE id = $1', [
      id,
      baselineId,
    ]);
  }

  private async compareWith(id: string, placeIds: readonly string[], manager: EntityManager): Promise<void> {
    await manager.query(
      'INSERT INTO aim_comparison_places (aim_id, place_id) SELECT $1, place FROM unnest($2::uuid[]) AS place',
      [id, placeIds],
    );
  }
}
