import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProposals1764000005000 implements MigrationInterface {
  name = 'CreateProposals1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proposals (
        number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        round_id uuid NOT NULL REFERENCES rounds,
        author_id uuid REFERENCES people ON DELETE SET NULL,
        imported boolean NOT NULL DEFAULT false,
        title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 1000),
        summary text NOT NULL DEFAULT '',
        body text NOT NULL DEFAULT '',
        categories text[] NOT NULL DEFAULT '{}',
        neighbourhood text,
        estimate_pence bigint CHECK (estimate_pence >= 0),
        cost_pence bigint CHECK (cost_pence >= 0),
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        place_id uuid NOT NULL REFERENCES places,
        latitude double precision CHECK (latitude BETWEEN -90 AND 90),
        longitude double precision CHECK (longitude BETWEEN -180 AND 180),
        state text NOT NULL CHECK (state IN ('draft', 'submitted', 'in-review', 'changes-asked', 'accepted',
          'not-taken-forward', 'on-ballot', 'funded', 'not-funded', 'in-delivery', 'delivered', 'stopped',
          'withdrawn', 'merged')),
        version integer NOT NULL DEFAULT 1,
        supports integer NOT NULL DEFAULT 0 CHECK (supports >= 0),
        comments integer NOT NULL DEFAULT 0 CHECK (comments >= 0),
        ballot_id text,
        paper_position integer,
        votes integer CHECK (votes >= 0),
        selected_by_city text,
        outcome_funded boolean,
        outcome_sentence text,
        outcome_count_id uuid,
        decision_number text,
        merged_into integer REFERENCES proposals,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        submitted_at timestamptz,
        search tsvector GENERATED ALWAYS AS (
          setweight(to_tsvector('english', title), 'A') ||
          setweight(to_tsvector('english', summary), 'B') ||
          setweight(to_tsvector('english', body), 'C')) STORED,
        CONSTRAINT location_whole CHECK (num_nulls(latitude, longitude) <> 1),
        CONSTRAINT outcome_whole
          CHECK (num_nulls(outcome_funded, outcome_sentence, outcome_count_id) IN (0, 3)),
        CONSTRAINT accepted_with_cost CHECK (cost_pence IS NOT NULL OR
          state NOT IN ('accepted', 'on-ballot', 'funded', 'not-funded', 'in-delivery', 'delivered')),
        CONSTRAINT on_ballot_with_id CHECK (ballot_id IS NOT NULL OR
          state NOT IN ('on-ballot', 'funded', 'not-funded', 'in-delivery', 'delivered')),
        CONSTRAINT public_since CHECK (submitted_at IS NOT NULL OR state IN ('draft', 'withdrawn')),
        CONSTRAINT merged_into_another CHECK ((state = 'merged') = (merged_into IS NOT NULL) AND merged_into <> number),
        CONSTRAINT imported_without_author CHECK (NOT imported OR author_id IS NULL)
      );
      CREATE UNIQUE INDEX proposals_on_paper ON proposals (round_id, ballot_id) WHERE ballot_id IS NOT NULL;
      CREATE INDEX proposals_newest ON proposals (coalesce(submitted_at, created_at) DESC, number DESC);
      CREATE INDEX proposals_round ON proposals (round_id, coalesce(submitted_at, created_at) DESC, number DESC);
      CREATE INDEX proposals_supports ON proposals (supports DESC, number DESC);
      CREATE INDEX proposals_title ON proposals (lower(title), number);
      CREATE INDEX proposals_cost ON proposals (coalesce(cost_pence, estimate_pence), number);
      CREATE INDEX proposals_place ON proposals (place_id);
      CREATE INDEX proposals_author ON proposals (author_id);
      CREATE INDEX proposals_categories ON proposals USING gin (categories);
      CREATE INDEX proposals_search ON proposals USING gin (search);

      CREATE TABLE proposal_events (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        proposal_number integer NOT NULL REFERENCES proposals ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        what text NOT NULL,
        reason_code text,
        reason text,
        by_role text NOT NULL,
        actor_id uuid REFERENCES people ON DELETE SET NULL
      );
      CREATE INDEX proposal_events_proposal ON proposal_events (proposal_number, id);

      CREATE TABLE proposal_supports (
        proposal_number integer NOT NULL REFERENCES proposals ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (proposal_number, person_id)
      );
      CREATE INDEX proposal_supports_person ON proposal_supports (person_id);

      CREATE TABLE proposal_follows (
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        proposal_number integer NOT NULL REFERENCES proposals ON DELETE CASCADE,
        since timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (person_id, proposal_number)
      );
      CREATE INDEX proposal_follows_proposal ON proposal_follows (proposal_number);

      -- A withdrawn comment keeps its place and loses its words.
      CREATE TABLE proposal_comments (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_number integer NOT NULL REFERENCES proposals ON DELETE CASCADE,
        author_id uuid REFERENCES people ON DELETE SET NULL,
        text text CHECK (char_length(text) BETWEEN 1 AND 2000),
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        withdrawn_at timestamptz,
        CHECK ((text IS NULL) = (withdrawn_at IS NOT NULL))
      );
      CREATE INDEX proposal_comments_proposal ON proposal_comments (proposal_number, at);
      CREATE INDEX proposal_comments_author ON proposal_comments (author_id);

      -- Keeps rounds.projects: how many proposals of a round the public can follow.
      CREATE FUNCTION count_public_proposals() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          UPDATE rounds SET projects = projects + change.n
          FROM (SELECT round_id, count(*) AS n FROM after
                WHERE state NOT IN ('draft', 'withdrawn', 'merged') GROUP BY round_id) change
          WHERE rounds.id = change.round_id;
        ELSIF TG_OP = 'DELETE' THEN
          UPDATE rounds SET projects = projects - change.n
          FROM (SELECT round_id, count(*) AS n FROM before
                WHERE state NOT IN ('draft', 'withdrawn', 'merged') GROUP BY round_id) change
          WHERE rounds.id = change.round_id;
        ELSE
          UPDATE rounds SET projects = projects + change.n
          FROM (SELECT round_id, sum(n) AS n FROM (
                  SELECT round_id, 1 AS n FROM after WHERE state NOT IN ('draft', 'withdrawn', 'merged')
                  UNION ALL
                  SELECT round_id, -1 FROM before WHERE state NOT IN ('draft', 'withdrawn', 'merged')) rows
                GROUP BY round_id HAVING sum(n) <> 0) change
          WHERE rounds.id = change.round_id;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER proposals_counted_in AFTER INSERT ON proposals REFERENCING NEW TABLE AS after
        FOR EACH STATEMENT EXECUTE FUNCTION count_public_proposals();
      CREATE TRIGGER proposals_counted_out AFTER DELETE ON proposals REFERENCING OLD TABLE AS before
        FOR EACH STATEMENT EXECUTE FUNCTION count_public_proposals();
      CREATE TRIGGER proposals_counted_again AFTER UPDATE ON proposals
        REFERENCING OLD TABLE AS before NEW TABLE AS after
        FOR EACH STATEMENT EXECUTE FUNCTION count_public_proposals();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE proposal_comments, proposal_follows, proposal_supports, proposal_events, proposals;
      DROP FUNCTION count_public_proposals();
    `);
  }
}
