import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDecisions1764000430000 implements MigrationInterface {
  name = 'CreateDecisions1764000430000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE decisions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        body text NOT NULL,
        place_id uuid NOT NULL REFERENCES places (id),
        round_id uuid NOT NULL UNIQUE REFERENCES rounds (id),
        count_id uuid NOT NULL REFERENCES counts (id),
        state text NOT NULL DEFAULT 'draft'
          CHECK (state IN ('draft', 'published', 'in-force', 'superseded', 'reversed')),
        started_by uuid NOT NULL REFERENCES people (id),
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        published_at timestamptz,
        CHECK ((state = 'draft') = (published_at IS NULL))
      );
      CREATE INDEX decisions_of_place ON decisions (place_id, published_at DESC);

      -- Version 1 is the draft until it is published; a correction is a further version, published at once.
      CREATE TABLE decision_versions (
        decision_id uuid NOT NULL REFERENCES decisions (id),
        version integer NOT NULL CHECK (version > 0),
        title text NOT NULL,
        summary text NOT NULL,
        reasons text NOT NULL,
        fairness text NOT NULL,
        what_next text NOT NULL,
        note text,
        published_at timestamptz,
        PRIMARY KEY (decision_id, version),
        CHECK (version = 1 OR (note IS NOT NULL AND published_at IS NOT NULL))
      );
      CREATE TABLE decision_items (
        decision_id uuid NOT NULL,
        version integer NOT NULL,
        proposal_number integer NOT NULL,
        position integer NOT NULL,
        title text NOT NULL,
        cost_pence bigint NOT NULL,
        votes integer,
        chosen boolean NOT NULL,
        reason text NOT NULL,
        PRIMARY KEY (decision_id, version, proposal_number),
        FOREIGN KEY (decision_id, version) REFERENCES decision_versions (decision_id, version)
      );

      CREATE FUNCTION guard_decision_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.published_at IS NOT NULL THEN
          RAISE EXCEPTION 'a published decision never changes: publish a correction'
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER decision_versions_guarded BEFORE UPDATE OR DELETE ON decision_versions
        FOR EACH ROW EXECUTE FUNCTION guard_decision_version();

      CREATE FUNCTION guard_decision_item() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM decision_versions v
                    WHERE v.decision_id = OLD.decision_id AND v.version = OLD.version AND v.published_at IS NOT NULL) THEN
          RAISE EXCEPTION 'a published decision never changes: publish a correction'
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER decision_items_guarded BEFORE UPDATE OR DELETE ON decision_items
        FOR EACH ROW EXECUTE FUNCTION guard_decision_item();

      CREATE TABLE aims (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        decision_id uuid NOT NULL REFERENCES decisions (id),
        indicator_code text NOT NULL REFERENCES indicators (code),
        direction text NOT NULL CHECK (direction IN ('up', 'down')),
        size_points numeric(5,2) NOT NULL CHECK (size_points > 0 AND size_points <= 100),
        population text NOT NULL CHECK (population <> ''),
        place_id uuid NOT NULL REFERENCES places (id),
        due_on date NOT NULL,
        mechanism text NOT NULL CHECK (mechanism <> ''),
        baseline_id uuid REFERENCES readings (id),
        added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        locked_at timestamptz
      );
      CREATE INDEX aims_of_decision ON aims (decision_id, added_at);
      CREATE INDEX aims_at_indicator ON aims (indicator_code) WHERE locked_at IS NOT NULL;
      CREATE TABLE aim_comparison_places (
        aim_id uuid NOT NULL REFERENCES aims (id) ON DELETE CASCADE,
        place_id uuid NOT NULL REFERENCES places (id),
        PRIMARY KEY (aim_id, place_id)
      );

      CREATE FUNCTION guard_aim() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF (SELECT state FROM decisions WHERE id = NEW.decision_id) <> 'draft' THEN
            RAISE EXCEPTION 'a published decision gets no further aims' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
        ELSIF OLD.locked_at IS NOT NULL THEN
          RAISE EXCEPTION 'the aim is locked' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER aims_guarded BEFORE INSERT OR UPDATE OR DELETE ON aims
        FOR EACH ROW EXECUTE FUNCTION guard_aim();

      CREATE FUNCTION guard_comparison_place() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT locked_at FROM aims WHERE id = coalesce(NEW.aim_id, OLD.aim_id)) IS NOT NULL THEN
          RAISE EXCEPTION 'the aim is locked' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER aim_comparison_places_guarded BEFORE INSERT OR UPDATE OR DELETE ON aim_comparison_places
        FOR EACH ROW EXECUTE FUNCTION guard_comparison_place();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE aim_comparison_places, aims, decision_items, decision_versions, decisions;
      DROP FUNCTION guard_aim(), guard_comparison_place(), guard_decision_item(), guard_decision_version();
    `);
  }
}
