import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCounts1764000410000 implements MigrationInterface {
  name = 'CreateCounts1764000410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whole ballots of elections held elsewhere: no voter id, no word about the person.
      CREATE TABLE imported_ballots (
        round_id uuid NOT NULL REFERENCES rounds (id),
        position integer NOT NULL CHECK (position > 0),
        choices text[] NOT NULL,
        points integer[],
        PRIMARY KEY (round_id, position),
        CHECK (points IS NULL OR cardinality(points) = cardinality(choices))
      );
      CREATE TRIGGER imported_ballots_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON imported_ballots
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE counts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        round_id uuid NOT NULL REFERENCES rounds (id),
        state text NOT NULL DEFAULT 'queued'
          CHECK (state IN ('queued', 'running', 'run', 'signed-off', 'published', 'failed')),
        progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
        rule jsonb NOT NULL,
        started_by uuid NOT NULL REFERENCES people (id),
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        computed_at timestamptz,
        seconds real,
        inputs_sha256 text CHECK (inputs_sha256 ~ '^[0-9a-f]{64}$'),
        outcome jsonb,
        measures jsonb,
        published_at timestamptz,
        failure text,
        CHECK ((state IN ('run', 'signed-off', 'published')) = (outcome IS NOT NULL)),
        CHECK ((outcome IS NULL) = (inputs_sha256 IS NULL) AND (outcome IS NULL) = (computed_at IS NULL)),
        CHECK ((state = 'published') = (published_at IS NOT NULL)),
        CHECK ((state = 'failed') = (failure IS NOT NULL))
      );
      CREATE INDEX counts_of_round ON counts (round_id, started_at DESC);
      CREATE UNIQUE INDEX counts_one_at_a_time ON counts (round_id) WHERE state IN ('queued', 'running');
      CREATE UNIQUE INDEX counts_one_published ON counts (round_id) WHERE state = 'published';

      CREATE TABLE count_projects (
        count_id uuid NOT NULL REFERENCES counts (id),
        ballot_id text NOT NULL,
        votes integer NOT NULL CHECK (votes >= 0),
        score double precision NOT NULL,
        funded boolean NOT NULL,
        funded_order integer,
        sentences text[] NOT NULL,
        PRIMARY KEY (count_id, ballot_id),
        CHECK (funded = (funded_order IS NOT NULL))
      );
      CREATE TRIGGER count_projects_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON count_projects
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- The key refuses a second signature of the same officer.
      CREATE TABLE count_signatures (
        count_id uuid NOT NULL REFERENCES counts (id),
        person_id uuid NOT NULL REFERENCES people (id),
        signed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (count_id, person_id)
      );
      CREATE TRIGGER count_signatures_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON count_signatures
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION guard_count() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.outcome IS NOT NULL AND (NEW.outcome, NEW.inputs_sha256, NEW.rule, NEW.round_id, NEW.computed_at)
             IS DISTINCT FROM (OLD.outcome, OLD.inputs_sha256, OLD.rule, OLD.round_id, OLD.computed_at) THEN
          RAISE EXCEPTION 'a count that has run never changes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF OLD.state = 'published' AND NEW.state <> 'published' THEN
          RAISE EXCEPTION 'a published count stays published' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF NEW.state IN ('signed-off', 'published')
           AND (SELECT count(*) FROM count_signatures WHERE count_id = NEW.id) < 2 THEN
          RAISE EXCEPTION 'a count needs the signatures of two officers' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER counts_guarded BEFORE UPDATE ON counts FOR EACH ROW EXECUTE FUNCTION guard_count();
      CREATE TRIGGER counts_stay BEFORE DELETE OR TRUNCATE ON counts
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- The same ballots under other rules, to look at beside the count; counted once.
      CREATE TABLE count_comparisons (
        round_id uuid PRIMARY KEY REFERENCES rounds (id),
        computed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        columns jsonb NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE count_comparisons, count_signatures, count_projects, counts, imported_ballots;
      DROP FUNCTION guard_count();
    `);
  }
}
