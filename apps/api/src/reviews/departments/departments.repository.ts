import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { DepartmentElsewhere, DepartmentNameTaken } from '../reviews.errors.js';

export interface Member {
  readonly id: string;
  readonly name: string;
  /** May answer every criterion of the department. */
  readonly coordinator: boolean;
}

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly placeId: string;
  readonly members: readonly Member[];
}

const DEPARTMENTS = `
  SELECT d.id, d.name, d.place_id AS "placeId",
         coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.display_name, 'coordinator', m.coordinator)
                            ORDER BY m.coordinator DESC, p.display_name, p.id)
                  FILTER (WHERE p.id IS NOT NULL), '[]') AS members
    FROM departments d
    LEFT JOIN department_members m ON m.department_id = d.id
    LEFT JOIN people p ON p.id = m.person_id AND p.left_at IS NULL
   WHERE d.closed_at IS NULL`;

/** Keeps who reviews what for a place. */
@Injectable()
export class DepartmentsRepository {
  constructor(private readonly database: DataSource) {}

  /** Those of the places given, by name. */
  of(placeIds: readonly string[]): Promise<Department[]> {
    return this.database.query(
      `${DEPARTMENTS} AND d.place_id = ANY ($1::uuid[]) GROUP BY d.id ORDER BY d.name, d.id`,
      [placeIds],
    );
  }

  async byId(id: string, manager: EntityManager = this.database.manager): Promise<Department | undefined> {
    const [row] = await manager.query<Department[]>(`${DEPARTMENTS} AND d.id = $1 GROUP BY d.id`, [id]);
    return row;
  }

  /** The department, if it works for a place: its own place or one below it. @throws DepartmentElsewhere */
  async workingFor(placeId: string, id: string, manager?: EntityManager): Promise<Department> {
    const runner = manager ?? this.database.manager;
    const [row] = await runner.query<Department[]>(
      `${DEPARTMENTS} AND d.id = $1 AND d.place_id IN (SELECT place_and_ancestors($2::uuid)) GROUP BY d.id`,
      [id, placeId],
    );
    if (!row) throw new DepartmentElsewhere();
    return row;
  }

  /** @throws DepartmentNameTaken */
  async create(placeId: string, name: string, manager: EntityManager): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO departments (place_id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id`,
      [placeId, name],
    );
    if (!row) throw new DepartmentNameTaken();
    return row.id;
  }

  /** @throws DepartmentNameTaken */
  async rename(id: string, name: string, manager: EntityManager): Promise<void> {
    const [, renamed] = await manager.query<[unknown[], number]>(
      `UPDATE departments d SET name = $2 WHERE id = $1 AND NOT EXISTS
         (SELECT 1 FROM departments o WHERE o.place_id = d.place_id AND o.id <> d.id AND o.closed_at IS NULL
          AND lower(o.name) = lower($2))`,
      [id, name],
    );
    if (renamed === 0) throw new DepartmentNameTaken();
  }

  async setMember(id: string, personId: string, coordinator: boolean, manager: EntityManager): Promise<void> {
    await manager.query(
      `INSERT INTO department_members (department_id, person_id, coordinator) VALUES ($1, $2, $3)
       ON CONFLICT (department_id, person_id) DO UPDATE SET coordinator = excluded.coordinator`,
      [id, personId, coordinator],
    );
  }

  /** What was theirs alone goes back to the department. */
  async removeMember(id: string, personId: string, manager: EntityManager): Promise<void> {
    await manager.query('DELETE FROM department_members WHERE department_id = $1 AND person_id = $2', [
      id,
      personId,
    ]);
    await manager.query(
      `UPDATE review_answers SET person_id = NULL
        WHERE department_id = $1 AND person_id = $2 AND finished_at IS NULL`,
      [id, personId],
    );
  }
}
