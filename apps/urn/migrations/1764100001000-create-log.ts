import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the log has signed, and counts by day: the only dates near ballots. */
export class CreateLog1764100001000 implements MigrationInterface {
  name = 'CreateLog1764100001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA tlog;

      CREATE TABLE tlog.checkpoint (
        election text NOT NULL REFERENCES urn.election (id),
        size integer NOT NULL CHECK (size > 0),
        root bytea NOT NULL CHECK (length(root) = 32),
        note text NOT NULL,
        PRIMARY KEY (election, size)
      );

      CREATE TABLE tlog.day (
        election text NOT NULL REFERENCES urn.election (id),
        day date NOT NULL,
        credentials integer NOT NULL CHECK (credentials >= 0),
        ballots integer NOT NULL CHECK (ballots >= 0),
        paper integer NOT NULL CHECK (paper >= 0),
        PRIMARY KEY (election, day)
      );

      CREATE TABLE tlog.closing (
        election text PRIMARY KEY REFERENCES urn.election (id),
        idx integer NOT NULL CHECK (idx > 0),
        record text NOT NULL,
        roll_summary text NOT NULL,
        paper_batches text NOT NULL,
        counted integer NOT NULL CHECK (counted >= 0),
        result text
      );

      CREATE TABLE tlog.night (
        election text PRIMARY KEY REFERENCES urn.election (id),
        done date NOT NULL
      );

      GRANT USAGE ON SCHEMA tlog TO svc_urn;
      GRANT SELECT ON tlog.checkpoint, tlog.day TO svc_urn;
      GRANT SELECT (election, idx, record) ON tlog.closing TO svc_urn;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA tlog CASCADE');
  }
}
