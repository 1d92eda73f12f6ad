import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImports1764000420000 implements MigrationInterface {
  name = 'CreateImports1764000420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imports (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        place_id uuid NOT NULL REFERENCES places (id),
        started_by uuid NOT NULL REFERENCES people (id),
        file_name text NOT NULL,
        title text,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        bytes bigint NOT NULL CHECK (bytes > 0),
        state text NOT NULL DEFAULT 'queued'
          CHECK (state IN ('queued', 'reading', 'storing', 'done', 'refused', 'failed')),
        progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
        projects integer,
        ballots integer,
        ballots_done integer NOT NULL DEFAULT 0,
        warnings text[] NOT NULL DEFAULT '{}',
        faults jsonb NOT NULL DEFAULT '[]',
        round_id uuid REFERENCES rounds (id),
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        finished_at timestamptz,
        CHECK ((state = 'done') = (round_id IS NOT NULL)),
        CHECK ((state IN ('done', 'refused', 'failed')) = (finished_at IS NOT NULL))
      );
      CREATE INDEX imports_of_person ON imports (started_by, started_at DESC);

      -- The upload, until its job has run: it must survive a restart, and no process keeps files.
      CREATE TABLE import_pieces (
        import_id uuid NOT NULL REFERENCES imports (id) DEFERRABLE,
        seq integer NOT NULL CHECK (seq > 0),
        bytes bytea NOT NULL,
        PRIMARY KEY (import_id, seq)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_pieces, imports');
  }
}
