import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVoting1764000600000 implements MigrationInterface {
  name = 'CreateVoting1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where a vote stands between the roll, the ballot box and the count. Never a ballot, never a voter.
      CREATE TABLE held_votes (
        round_id uuid PRIMARY KEY REFERENCES rounds (id),
        stage text NOT NULL DEFAULT 'opening'
          CHECK (stage IN ('opening', 'open', 'closing', 'closed', 'finishing', 'stored')),
        manifest text,
        manifest_sha256 text CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),
        closes_at timestamptz,
        opened_at timestamptz,
        closed_by uuid[] NOT NULL DEFAULT '{}',
        closed_at timestamptz,
        stored_at timestamptz,
        failure text,
        failed_at timestamptz,
        alarm_at timestamptz,
        report jsonb,
        CHECK ((manifest IS NULL) = (manifest_sha256 IS NULL) AND (manifest IS NULL) = (closes_at IS NULL)),
        CHECK (stage = 'opening' OR (manifest IS NOT NULL AND opened_at IS NOT NULL)),
        CHECK (cardinality(closed_by) = 0 OR (cardinality(closed_by) = 2 AND closed_by[1] <> closed_by[2])),
        CHECK ((failure IS NULL) = (failed_at IS NULL)),
        CHECK ((stage = 'stored') = (stored_at IS NOT NULL))
      );

      -- What one officer has said and another must say too before it is done.
      CREATE TABLE officers_words (
        round_id uuid NOT NULL REFERENCES rounds (id),
        act text NOT NULL,
        person_id uuid NOT NULL REFERENCES people (id),
        said jsonb NOT NULL,
        said_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (round_id, act)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE officers_words, held_votes');
  }
}
