import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Step, StepCounts } from './step.js';

export interface StepsOnDay extends StepCounts {
  /** YYYY-MM-DD, local. */
  readonly day: string;
}

/** Keeps one number for each round, day and step. */
@Injectable()
export class StepsRepository {
  constructor(private readonly database: DataSource) {}

  async add(counts: readonly { roundId: string; step: Step; n: number }[]): Promise<void> {
    await this.database.query(
      `INSERT INTO voting_steps (round_id, day, step, n)
       SELECT round_id, local_today(), step, n
         FROM unnest($1::uuid[], $2::text[], $3::integer[]) AS seen (round_id, step, n)
       ON CONFLICT (round_id, day, step) DO UPDATE SET n = voting_steps.n + excluded.n`,
      [counts.map(({ roundId }) => roundId), counts.map(({ step }) => step), counts.map(({ n }) => n)],
    );
  }

  /** Oldest first. */
  days(roundId: string): Promise<StepsOnDay[]> {
    return this.database.query(
      `SELECT day::text, coalesce(sum(n) FILTER (WHERE step = 'chosen'), 0)::integer AS chosen,
         coalesce(sum(n) FILTER (WHERE step = 'checked'), 0)::integer AS checked,
         coalesce(sum(n) FILTER (WHERE step = 'cast'), 0)::integer AS "cast"
       FROM voting_steps WHERE round_id = $1 GROUP BY day ORDER BY day`,
      [roundId],
    );
  }
}
