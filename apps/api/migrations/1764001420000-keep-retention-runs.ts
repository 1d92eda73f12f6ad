import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepRetentionRuns1764001420000 implements MigrationInterface {
  name = 'KeepRetentionRuns1764001420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When each kind of record was last cleared of what is overdue, and how many went. One row a night and kind.
      CREATE TABLE retention_runs (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text NOT NULL,
        ran_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        removed integer CHECK (removed >= 0),
        failure text,
        CHECK ((removed IS NULL) = (failure IS NOT NULL))
      );
      CREATE INDEX retention_runs_newest ON retention_runs (name, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE retention_runs');
  }
}
