import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stays of a roll when its rows are destroyed after the time for challenges. */
export class KeepRollCounts1764000501000 implements MigrationInterface {
  name = 'KeepRollCounts1764000501000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE roll.kept_count (
        election uuid NOT NULL REFERENCES rounds,
        style text NOT NULL,
        electors integer NOT NULL CHECK (electors >= 0),
        online integer NOT NULL CHECK (online >= 0),
        paper integer NOT NULL CHECK (paper >= 0),
        reissued integer NOT NULL CHECK (reissued >= 0),
        PRIMARY KEY (election, style),
        CHECK (online + paper <= electors)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE roll.kept_count');
  }
}
