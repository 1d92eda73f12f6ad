import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { CRITERIA, type Criterion } from '../rules/criteria.js';
import type { PlannedCriterion } from '../plan/plans.repository.js';
import type { GivenAnswer } from '../rules/verdict-of.js';
import type { Answer, Assignment, Costs, Note, Review, Stage } from './review.js';

/** Minor units stay below 2^53: checked at the door and read as numbers. */
const REVIEW = `
  SELECT proposal_number AS number, stage, due_on::text AS "dueOn", cost_low_pence::float8 AS "costLowPence",
         cost_pence::float8 AS "costPence", cost_high_pence::float8 AS "costHighPence",
         running_cost_pence::float8 AS "runningCostPence", running_years AS "runningYears"
    FROM reviews WHERE proposal_number = $1`;
const ANSWERS = `
  SELECT a.criterion, a.answer, a.reason_code AS "reasonCode", a.words, a.finished_at IS NOT NULL AS finished,
         a.due_on::text AS "dueOn", a.department_id AS "departmentId", d.name AS department,
         a.person_id AS "personId", p.display_name AS person
    FROM review_answers a
    LEFT JOIN departments d ON d.id = a.department_id
    LEFT JOIN people p ON p.id = a.person_id
   WHERE a.proposal_number = $1 ORDER BY array_position($2::text[], a.criterion)`;

/** Keeps what is asked of a proposal, of whom, and what they answered. */
@Injectable()
export class ReviewsRepository {
  constructor(private readonly database: DataSource) {}

  async find(number: number, manager: EntityManager = this.database.manager): Promise<Review | undefined> {
    const [review] = await manager.query<Omit<Review, 'answers'>[]>(REVIEW, [number]);
    return review && { ...review, answers: await manager.query<Answer[]>(ANSWERS, [number, CRITERIA]) };
  }

  /** Asks of a proposal what its round plans to ask; due days count from today. */
  async start(number: number, plan: readonly PlannedCriterion[], manager: EntityManager): Promise<void> {
    const asked = JSON.stringify(plan.filter(({ used }) => used));
    await manager.query(
      `INSERT INTO reviews (proposal_number, due_on)
       SELECT $1, local_today() + min(x.days) FROM jsonb_to_recordset($2::jsonb) AS x(days int)`,
      [number, asked],
    );
    await manager.query(
      `INSERT INTO review_answers (proposal_number, criterion, department_id, due_on)
       SELECT $1, x.criterion, x."departmentId", local_today() + x.days
         FROM jsonb_to_recordset($2::jsonb) AS x(criterion text, "departmentId" uuid, days int)`,
      [number, asked],
    );
  }

  /** Gives what is not finished to somebody. @param criteria all of them when left out */
  async assign(
    number: number,
    { departmentId, personId, dueOn }: Assignment,
    criteria: readonly Criterion[] | undefined,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `UPDATE review_answers
          SET department_id = coalesce($3::uuid, department_id), due_on = coalesce($5::date, due_on),
              -- Somebody of another department cannot keep it.
              person_id = CASE WHEN $6 THEN $4::uuid WHEN $3 <> department_id THEN NULL ELSE person_id END
        WHERE proposal_number = $1 AND finished_at IS NULL AND ($2::text[] IS NULL OR criterion = ANY ($2))`,
      [
        number,
        criteria ?? null,
        departmentId ?? null,
        personId ?? null,
        dueOn ?? null,
        personId !== undefined,
      ],
    );
  }

  async answer(number: number, given: GivenAnswer, by: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE review_answers SET answer = $3, reason_code = $4, words = $5, answered_by = $6,
         finished_at = CASE WHEN $7 THEN clock_timestamp() END
       WHERE proposal_number = $1 AND criterion = $2`,
      [number, given.criterion, given.answer, given.reasonCode, given.words, by, given.finished],
    );
  }

  async setCosts(number: number, costs: Costs, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE reviews SET cost_low_pence = $2, cost_pence = $3, cost_high_pence = $4, running_cost_pence = $5,
         running_years = $6 WHERE proposal_number = $1`,
      [
        number,
        costs.costLowPence,
        costs.costPence,
        costs.costHighPence,
        costs.runningCostPence,
        costs.runningYears,
      ],
    );
  }

  /**
   * Asks again what was answered so, or everything. A fresh question has no answer and a new day by the round's plan.
   *
   * @param answered `null` opens every criterion again and leaves what was said
   */
  async reopen(
    number: number,
    answered: GivenAnswer['answer'],
    plan: readonly PlannedCriterion[],
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `UPDATE review_answers a SET finished_at = NULL, due_on = local_today() + x.days,
         answer = CASE WHEN $2::text IS NULL THEN answer END,
         reason_code = CASE WHEN $2::text IS NULL THEN reason_code END,
         words = CASE WHEN $2::text IS NULL THEN words ELSE '' END
       FROM jsonb_to_recordset($3::jsonb) AS x(criterion text, days int)
       WHERE a.proposal_number = $1 AND x.criterion = a.criterion AND ($2::text IS NULL OR a.answer = $2)`,
      [number, answered, JSON.stringify(plan)],
    );
    await this.settle(number, manager);
  }

  /** Brings stage and next due day in line with the answers. */
  async settle(number: number, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE reviews SET stage = CASE WHEN open.due_on IS NULL THEN 'to-decide' ELSE 'answering' END,
         due_on = open.due_on
       FROM (SELECT min(due_on) AS due_on FROM review_answers
              WHERE proposal_number = $1 AND finished_at IS NULL) open
       WHERE proposal_number = $1`,
      [number],
    );
  }

  async setStage(number: number, stage: Exclude<Stage, 'answering'>, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE reviews SET stage = $2, due_on = NULL WHERE proposal_number = $1', [
      number,
      stage,
    ]);
  }

  async addNote(number: number, authorId: string, text: string, manager: EntityManager): Promise<void> {
    await manager.query('INSERT INTO review_notes (proposal_number, author_id, text) VALUES ($1, $2, $3)', [
      number,
      authorId,
      text,
    ]);
  }

  notesOf(number: number): Promise<Note[]> {
    return this.database.query(
      `SELECT n.at, n.text, coalesce(p.display_name, 'Former member') AS by
         FROM review_notes n LEFT JOIN people p ON p.id = n.author_id AND p.left_at IS NULL
        WHERE n.proposal_number = $1 ORDER BY n.at, n.id`,
      [number],
    );
  }

  /** The departments somebody belongs to, and whether they coordinate them. */
  async departmentsOf(personId: string): Promise<ReadonlyMap<string, boolean>> {
    const rows = await this.database.query<{ id: string; coordinator: boolean }[]>(
      `SELECT m.department_id AS id, m.coordinator FROM department_members m
         JOIN departments d ON d.id = m.department_id WHERE m.person_id = $1 AND d.closed_at IS NULL`,
      [personId],
    );
    return new Map(rows.map(({ id, coordinator }) => [id, coordinator]));
  }
}
