import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SuggestMerging1764001620000 implements MigrationInterface {
  name = 'SuggestMerging1764001620000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals ADD COLUMN split_from integer REFERENCES proposals,
        ADD CONSTRAINT split_from_another CHECK (split_from <> number);
      CREATE INDEX proposals_split_from ON proposals (split_from) WHERE split_from IS NOT NULL;
      CREATE INDEX proposals_merged_into ON proposals (merged_into) WHERE merged_into IS NOT NULL;

      -- Two proposals into one, or one into several: what was suggested and what became of it.
      CREATE TABLE proposal_suggestions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('merge', 'split')),
        -- The one that goes into the other, or that is split.
        proposal_number integer NOT NULL REFERENCES proposals ON DELETE CASCADE,
        into_number integer REFERENCES proposals ON DELETE CASCADE,
        -- Of a merge: {title, summary, body} of the one that stays; it keeps its own when NULL.
        text jsonb,
        -- Of a split: [{title, summary, body, estimatePence}]; the first is the text of the original.
        parts jsonb,
        reason text NOT NULL CHECK (char_length(reason) BETWEEN 5 AND 2000),
        by_role text NOT NULL CHECK (by_role IN ('officer', 'author')),
        suggested_by uuid REFERENCES people ON DELETE SET NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        answer_by timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'open'
          CHECK (state IN ('open', 'done', 'declined', 'cancelled', 'lapsed', 'undone')),
        closed_at timestamptz,
        closed_reason text,
        -- Of a merge: what undoing it needs.
        before jsonb,
        CHECK ((kind = 'merge') = (into_number IS NOT NULL) AND into_number <> proposal_number),
        CHECK ((kind = 'split') = (parts IS NOT NULL)),
        CHECK (kind = 'merge' OR (text IS NULL AND state <> 'undone')),
        CHECK (jsonb_array_length(parts) BETWEEN 2 AND 5),
        CHECK ((state = 'open') = (closed_at IS NULL))
      );
      CREATE INDEX proposal_suggestions_proposal ON proposal_suggestions (proposal_number);
      CREATE INDEX proposal_suggestions_into ON proposal_suggestions (into_number);

      -- Which proposals an open suggestion is about: each in one at most. Kept by the trigger alone.
      CREATE TABLE proposals_under_suggestion (
        proposal_number integer PRIMARY KEY REFERENCES proposals ON DELETE CASCADE,
        suggestion_id uuid NOT NULL REFERENCES proposal_suggestions ON DELETE CASCADE
      );
      CREATE INDEX proposals_under_suggestion_one ON proposals_under_suggestion (suggestion_id);
      CREATE FUNCTION keep_one_suggestion() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM proposals_under_suggestion WHERE suggestion_id = NEW.id;
        IF NEW.state = 'open' THEN
          INSERT INTO proposals_under_suggestion (proposal_number, suggestion_id)
          SELECT number, NEW.id FROM unnest(ARRAY[NEW.proposal_number, NEW.into_number]) AS number
          WHERE number IS NOT NULL;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER suggestions_one_each AFTER INSERT OR UPDATE OF state ON proposal_suggestions
        FOR EACH ROW EXECUTE FUNCTION keep_one_suggestion();

      -- Within one round, and never once its ballot paper is frozen.
      CREATE FUNCTION refuse_late_suggestion() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT count(DISTINCT round_id) FROM proposals WHERE number IN (NEW.proposal_number, NEW.into_number)) > 1 THEN
          RAISE EXCEPTION 'proposals % and % are of different rounds', NEW.proposal_number, NEW.into_number
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF EXISTS (SELECT FROM proposals p JOIN rounds r ON r.id = p.round_id
                   WHERE p.number IN (NEW.proposal_number, NEW.into_number) AND r.paper_sha256 IS NOT NULL) THEN
          RAISE EXCEPTION 'the ballot paper with proposal % is frozen', NEW.proposal_number
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER suggestions_before_paper BEFORE INSERT OR UPDATE OF state ON proposal_suggestions
        FOR EACH ROW WHEN (NEW.state IN ('open', 'done', 'undone')) EXECUTE FUNCTION refuse_late_suggestion();

      CREATE TABLE suggestion_answers (
        suggestion_id uuid NOT NULL REFERENCES proposal_suggestions ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        agrees boolean NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (suggestion_id, person_id)
      );
      CREATE INDEX suggestion_answers_person ON suggestion_answers (person_id);

      -- What a merge brought from one proposal to the other, so that it can be taken out again.
      CREATE TABLE merge_carried (
        suggestion_id uuid NOT NULL REFERENCES proposal_suggestions ON DELETE CASCADE,
        what text NOT NULL CHECK (what IN ('author', 'support', 'support-dropped', 'follow')),
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        PRIMARY KEY (suggestion_id, what, person_id)
      );
      CREATE INDEX merge_carried_person ON merge_carried (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE merge_carried, suggestion_answers, proposals_under_suggestion, proposal_suggestions;
      DROP FUNCTION keep_one_suggestion, refuse_late_suggestion;
      ALTER TABLE proposals DROP COLUMN split_from;
      DROP INDEX proposals_merged_into;
    `);
  }
}
