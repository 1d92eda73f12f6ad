import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Jobs } from '../jobs/index.js';

/** One kind of record that is cleared away when its time is over. */
export interface RetentionRule {
  /** Stable key: `expired-sessions`. */
  readonly name: string;
  /** What is cleared away, in plain words. */
  readonly what: string;
  /** When, in plain words. */
  readonly after: string;
  /** Clears what is overdue by the database's clock. @returns how many went */
  readonly clear: (manager: EntityManager) => Promise<number>;
}

export interface LastRun {
  readonly ranAt: Date;
  /** `null` when it failed. */
  readonly removed: number | null;
  readonly failure: string | null;
}

/** What is cleared away by schedule. Each feature adds its rules while it starts; they run every night, each by itself. */
@Injectable()
export class Retention implements OnApplicationBootstrap {
  private readonly log = new Logger('retention');
  private readonly rules = new Map<string, RetentionRule>();

  constructor(
    private readonly database: DataSource,
    private readonly jobs: Jobs,
  ) {}

  /** @throws Error for a name that is taken */
  keep(rule: RetentionRule): void {
    if (this.rules.has(rule.name)) throw new Error(`two retention rules are named ${rule.name}`);
    this.rules.set(rule.name, rule);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.everyNight('retention', () => this.run());
  }

  all(): readonly RetentionRule[] {
    return [...this.rules.values()];
  }

  /** One rule that fails does not keep the others from running. */
  async run(): Promise<void> {
    for (const { name, clear } of this.rules.values()) {
      try {
        await this.database.transaction(async (manager) => {
          const removed = await clear(manager);
          await manager.query('INSERT INTO retention_runs (name, removed) VALUES ($1, $2)', [name, removed]);
        });
      } catch (error) {
        const failure = error instanceof Error ? error.message : 'thrown value is not an Error';
        this.log.error(`${name}: ${failure}`);
        await this.database.query('INSERT INTO retention_runs (name, failure) VALUES ($1, $2)', [
          name,
          failure,
        ]);
      }
    }
  }

  async lastRuns(): Promise<Map<string, LastRun>> {
    const rows = await this.database.query<(LastRun & { name: string })[]>(
      `SELECT DISTINCT ON (name) name, ran_at AS "ranAt", removed, failure FROM retention_runs ORDER BY name, id DESC`,
    );
    return new Map(rows.map(({ name, ...run }) => [name, run]));
  }
}

/** Deletes by one statement. @returns how many rows went */
export async function deleted(manager: EntityManager, sql: string, values: unknown[] = []): Promise<number> {
  const [, count] = await manager.query<[unknown[], number]>(sql, values);
  return count;
}
