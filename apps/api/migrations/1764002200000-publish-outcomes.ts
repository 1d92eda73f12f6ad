import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PublishOutcomes1764002200000 implements MigrationInterface {
  name = 'PublishOutcomes1764002200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One officer proposes to publish what they have seen, another confirms it or it is withdrawn.
      CREATE TABLE outcomes (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        round_id uuid NOT NULL REFERENCES rounds,
        decision_id uuid NOT NULL REFERENCES decisions,
        preview_sha256 text NOT NULL CHECK (preview_sha256 ~ '^[0-9a-f]{64}$'),
        proposed_by uuid NOT NULL REFERENCES people,
        proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        withdrawn_by uuid REFERENCES people,
        withdrawn_at timestamptz,
        confirmed_by uuid REFERENCES people,
        confirmed_at timestamptz,
        -- How many were to be told what, at the moment of publication.
        told jsonb,
        CONSTRAINT confirmed_by_another CHECK (confirmed_by <> proposed_by),
        CONSTRAINT withdrawn_whole CHECK (num_nulls(withdrawn_by, withdrawn_at) <> 1),
        CONSTRAINT outcome_confirmed_whole CHECK (num_nulls(confirmed_by, confirmed_at, told) IN (0, 3)),
        CONSTRAINT confirmed_or_withdrawn CHECK (confirmed_at IS NULL OR withdrawn_at IS NULL)
      );
      -- One waits at a time, and what was confirmed is never proposed again.
      CREATE UNIQUE INDEX outcomes_once ON outcomes (round_id) WHERE withdrawn_at IS NULL;

      CREATE FUNCTION guard_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.confirmed_at IS NOT NULL THEN
            RAISE EXCEPTION 'an outcome is proposed before it is confirmed' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
        ELSIF OLD.confirmed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL OR
           (NEW.id, NEW.round_id, NEW.decision_id, NEW.preview_sha256, NEW.proposed_by, NEW.proposed_at) IS DISTINCT FROM
           (OLD.id, OLD.round_id, OLD.decision_id, OLD.preview_sha256, OLD.proposed_by, OLD.proposed_at) THEN
          RAISE EXCEPTION 'what was proposed never changes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER outcomes_guarded BEFORE INSERT OR UPDATE ON outcomes
        FOR EACH ROW EXECUTE FUNCTION guard_outcome();
      CREATE TRIGGER outcomes_stay BEFORE DELETE OR TRUNCATE ON outcomes
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- Nobody publishes a decision alone: whatever statement tries it.
      CREATE FUNCTION guard_decision_published() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM outcomes WHERE decision_id = NEW.id AND confirmed_at IS NOT NULL) THEN
          RAISE EXCEPTION 'an outcome is published by two officers' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER decisions_published_by_two BEFORE UPDATE OF state ON decisions
        FOR EACH ROW WHEN (OLD.state = 'draft' AND NEW.state <> 'draft')
        EXECUTE FUNCTION guard_decision_published();

      -- What each project's authors were written, as it was sent.
      CREATE TABLE decision_letters (
        decision_id uuid NOT NULL REFERENCES decisions,
        proposal_number integer NOT NULL REFERENCES proposals,
        letter jsonb NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (decision_id, proposal_number)
      );
      CREATE INDEX decision_letters_proposal ON decision_letters (proposal_number);
      CREATE TRIGGER decision_letters_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON decision_letters
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE decision_letters;
      DROP TRIGGER decisions_published_by_two ON decisions;
      DROP TABLE outcomes;
      DROP FUNCTION guard_outcome(), guard_decision_published();
    `);
  }
}
