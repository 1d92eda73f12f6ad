import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRounds1764000004000 implements MigrationInterface {
  name = 'CreateRounds1764000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rounds (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 500),
        summary text NOT NULL,
        description text NOT NULL,
        place_id uuid NOT NULL REFERENCES places,
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        pots jsonb NOT NULL CHECK (jsonb_typeof(pots) = 'array'),
        budget_pence bigint NOT NULL CHECK (budget_pence >= 0),
        ideas_opens_at timestamptz, ideas_closes_at timestamptz,
        review_opens_at timestamptz, review_closes_at timestamptz,
        voting_opens_at timestamptz, voting_closes_at timestamptz,
        counting_opens_at timestamptz, counting_closes_at timestamptz,
        delivering_opens_at timestamptz, delivering_closes_at timestamptz,
        minimum_age smallint NOT NULL CHECK (minimum_age BETWEEN 0 AND 99),
        connections text[] NOT NULL CHECK (connections <@ ARRAY['live', 'work', 'study']),
        ballot_style text NOT NULL
          CHECK (ballot_style IN ('approval', 'knapsack', 'ranked', 'points', 'choose-1')),
        min_choices integer CHECK (min_choices > 0),
        max_choices integer CHECK (max_choices >= coalesce(min_choices, 1)),
        points_per_ballot integer CHECK (points_per_ballot > 0),
        rule jsonb NOT NULL CHECK (rule ? 'rule' AND rule ? 'version'),
        created_by uuid REFERENCES people ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        opened_at timestamptz,
        override_phase text CHECK (override_phase IN
          ('ideas', 'review', 'voting', 'counting', 'decided', 'delivering', 'closed')),
        override_reason text,
        override_at timestamptz,
        cancelled_at timestamptz,
        cancelled_reason text,
        decided_at timestamptz,
        decision_number text,
        paper_canonical text,
        paper_sha256 text CHECK (paper_sha256 ~ '^[0-9a-f]{64}$'),
        paper_frozen_at timestamptz,
        projects integer NOT NULL DEFAULT 0 CHECK (projects >= 0),
        ballots integer CHECK (ballots >= 0),
        published_count_id uuid,
        invented boolean NOT NULL DEFAULT false,
        imported_from jsonb,
        CONSTRAINT phases_have_both_ends CHECK (
          num_nulls(ideas_opens_at, ideas_closes_at) <> 1
          AND num_nulls(review_opens_at, review_closes_at) <> 1
          AND num_nulls(voting_opens_at, voting_closes_at) <> 1
          AND num_nulls(counting_opens_at, counting_closes_at) <> 1
          AND num_nulls(delivering_opens_at, delivering_closes_at) <> 1),
        CONSTRAINT phases_close_after_they_open CHECK (
          ideas_opens_at < ideas_closes_at AND review_opens_at < review_closes_at
          AND voting_opens_at < voting_closes_at AND counting_opens_at < counting_closes_at
          AND delivering_opens_at < delivering_closes_at),
        CONSTRAINT phases_in_order CHECK (
          ideas_closes_at <= review_opens_at AND review_closes_at <= voting_opens_at
          AND voting_closes_at <= counting_opens_at AND counting_closes_at <= delivering_opens_at),
        CONSTRAINT timetable_unless_imported CHECK (imported_from IS NOT NULL OR
          num_nulls(ideas_opens_at, review_opens_at, voting_opens_at, counting_opens_at) = 0),
        CONSTRAINT override_with_reason CHECK (num_nulls(override_phase, override_reason, override_at) IN (0, 3)),
        CONSTRAINT cancelled_with_reason CHECK (num_nulls(cancelled_at, cancelled_reason) <> 1),
        CONSTRAINT decided_by_decision CHECK (num_nulls(decided_at, decision_number) <> 1),
        CONSTRAINT paper_whole CHECK (num_nulls(paper_canonical, paper_sha256, paper_frozen_at) IN (0, 3))
      );
      CREATE INDEX rounds_place ON rounds (place_id, created_at DESC);
      CREATE INDEX rounds_newest ON rounds (created_at DESC);
      CREATE INDEX rounds_without_paper ON rounds (voting_opens_at)
        WHERE opened_at IS NOT NULL AND cancelled_at IS NULL AND paper_sha256 IS NULL;

      CREATE FUNCTION refuse_paper_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the ballot paper of round % is frozen', OLD.slug
          USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER rounds_paper_stays BEFORE UPDATE ON rounds FOR EACH ROW
        WHEN (OLD.paper_sha256 IS NOT NULL AND
          (OLD.slug, OLD.title, OLD.place_id, OLD.currency, OLD.pots, OLD.budget_pence, OLD.minimum_age,
           OLD.connections, OLD.ballot_style, OLD.min_choices, OLD.max_choices, OLD.points_per_ballot, OLD.rule,
           OLD.paper_canonical, OLD.paper_sha256, OLD.paper_frozen_at)
          IS DISTINCT FROM
          (NEW.slug, NEW.title, NEW.place_id, NEW.currency, NEW.pots, NEW.budget_pence, NEW.minimum_age,
           NEW.connections, NEW.ballot_style, NEW.min_choices, NEW.max_choices, NEW.points_per_ballot, NEW.rule,
           NEW.paper_canonical, NEW.paper_sha256, NEW.paper_frozen_at))
        EXECUTE FUNCTION refuse_paper_change();
      CREATE TRIGGER rounds_with_paper_stay BEFORE DELETE ON rounds FOR EACH ROW
        WHEN (OLD.paper_sha256 IS NOT NULL) EXECUTE FUNCTION refuse_paper_change();

      CREATE TABLE round_events (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        round_id uuid NOT NULL REFERENCES rounds ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        what text NOT NULL,
        reason text,
        by_role text NOT NULL,
        actor_id uuid REFERENCES people ON DELETE SET NULL
      );
      CREATE INDEX round_events_round ON round_events (round_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE round_events, rounds; DROP FUNCTION refuse_paper_change()');
  }
}
