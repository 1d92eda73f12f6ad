import type { MigrationInterface, QueryRunner } from 'typeorm';

const CRITERION = `criterion text NOT NULL CHECK (criterion IN
  ('legal-power', 'land', 'cost', 'running-cost', 'equality', 'safety', 'deliverability'))`;

export class CreateReviews1764000900000 implements MigrationInterface {
  name = 'CreateReviews1764000900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE departments (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        place_id uuid NOT NULL REFERENCES places,
        name text NOT NULL CHECK (char_length(name) BETWEEN 2 AND 120),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        closed_at timestamptz
      );
      CREATE UNIQUE INDEX departments_name ON departments (place_id, lower(name)) WHERE closed_at IS NULL;

      CREATE TABLE department_members (
        department_id uuid NOT NULL REFERENCES departments ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        coordinator boolean NOT NULL DEFAULT false,
        since timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (department_id, person_id)
      );
      CREATE INDEX department_members_person ON department_members (person_id);

      -- What a round asks of its proposals. A round without rows asks everything of nobody in particular.
      CREATE TABLE review_plans (
        round_id uuid NOT NULL REFERENCES rounds ON DELETE CASCADE,
        ${CRITERION},
        used boolean NOT NULL,
        department_id uuid REFERENCES departments,
        days integer NOT NULL CHECK (days BETWEEN 1 AND 180),
        PRIMARY KEY (round_id, criterion)
      );

      CREATE TABLE reviews (
        proposal_number integer PRIMARY KEY REFERENCES proposals ON DELETE CASCADE,
        stage text NOT NULL DEFAULT 'answering'
          CHECK (stage IN ('answering', 'to-decide', 'to-sign', 'closed')),
        due_on date,
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        cost_low_pence bigint CHECK (cost_low_pence >= 0),
        cost_pence bigint CHECK (cost_pence > 0),
        cost_high_pence bigint,
        running_cost_pence bigint CHECK (running_cost_pence >= 0),
        running_years integer CHECK (running_years BETWEEN 1 AND 100),
        CONSTRAINT cost_within_range CHECK (cost_low_pence <= cost_pence AND cost_pence <= cost_high_pence),
        CONSTRAINT range_whole CHECK (num_nulls(cost_low_pence, cost_high_pence) <> 1),
        CONSTRAINT running_whole CHECK (num_nulls(running_cost_pence, running_years) <> 1),
        CONSTRAINT due_while_answering CHECK ((stage = 'answering') = (due_on IS NOT NULL))
      );
      CREATE INDEX reviews_stage ON reviews (stage, due_on, proposal_number);

      CREATE TABLE review_answers (
        proposal_number integer NOT NULL REFERENCES reviews ON DELETE CASCADE,
        ${CRITERION},
        department_id uuid REFERENCES departments,
        person_id uuid REFERENCES people ON DELETE SET NULL,
        due_on date NOT NULL,
        answer text CHECK (answer IN ('met', 'met-if-changed', 'not-met', 'not-sure')),
        reason_code text CHECK (reason_code ~ '^[a-z][a-z-]{1,59}$'),
        words text NOT NULL DEFAULT '' CHECK (char_length(words) <= 2000),
        answered_by uuid REFERENCES people ON DELETE SET NULL,
        finished_at timestamptz,
        PRIMARY KEY (proposal_number, criterion),
        -- No answer but a plain yes is finished before it says why.
        CONSTRAINT finished_with_reason CHECK (finished_at IS NULL OR coalesce(
          CASE answer WHEN 'met' THEN true
            WHEN 'met-if-changed' THEN char_length(btrim(words)) >= 5
            WHEN 'not-met' THEN char_length(btrim(words)) >= 5 AND reason_code IS NOT NULL
            ELSE false END, false))
      );
      CREATE INDEX review_answers_open ON review_answers (department_id, proposal_number) WHERE finished_at IS NULL;
      CREATE INDEX review_answers_person ON review_answers (person_id, proposal_number) WHERE finished_at IS NULL;

      CREATE TABLE review_notes (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_number integer NOT NULL REFERENCES reviews ON DELETE CASCADE,
        author_id uuid REFERENCES people ON DELETE SET NULL,
        text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 4000),
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX review_notes_proposal ON review_notes (proposal_number, at);

      -- What an officer confirmed. A no is pending until a second officer signs it or sends it back.
      CREATE TABLE review_verdicts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_number integer NOT NULL REFERENCES reviews ON DELETE CASCADE,
        verdict text NOT NULL CHECK (verdict IN ('accepted', 'changes-asked', 'not-taken-forward')),
        letter jsonb NOT NULL,
        confirmed_by uuid NOT NULL REFERENCES people,
        confirmed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        signed_by uuid REFERENCES people,
        signed_at timestamptz,
        appeal_until date,
        returned_by uuid REFERENCES people,
        returned_at timestamptz,
        returned_why text CHECK (char_length(btrim(returned_why)) >= 5),
        CONSTRAINT signed_by_another CHECK (signed_by <> confirmed_by),
        CONSTRAINT signed_whole CHECK (num_nulls(signed_by, signed_at) <> 1),
        CONSTRAINT returned_whole CHECK (num_nulls(returned_by, returned_at, returned_why) IN (0, 3)),
        CONSTRAINT signed_or_returned CHECK (signed_at IS NULL OR returned_at IS NULL),
        CONSTRAINT only_a_no_is_signed CHECK (verdict = 'not-taken-forward' OR num_nonnulls(signed_at, returned_at) = 0),
        CONSTRAINT appeal_after_signing CHECK (appeal_until IS NULL OR signed_at IS NOT NULL)
      );
      CREATE UNIQUE INDEX review_verdicts_pending ON review_verdicts (proposal_number)
        WHERE verdict = 'not-taken-forward' AND signed_at IS NULL AND returned_at IS NULL;
      CREATE INDEX review_verdicts_proposal ON review_verdicts (proposal_number, confirmed_at DESC);

      -- A verdict follows from the answers; nobody can type another one.
      CREATE FUNCTION guard_review_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE answers record;
      BEGIN
        SELECT count(*) AS asked, count(finished_at) AS finished,
               count(*) FILTER (WHERE answer = 'not-met') AS failed,
               count(*) FILTER (WHERE answer = 'met-if-changed') AS changed
          INTO answers FROM review_answers WHERE proposal_number = NEW.proposal_number;
        IF answers.asked = 0 OR answers.finished < answers.asked OR NEW.verdict <>
           (CASE WHEN answers.failed > 0 THEN 'not-taken-forward' WHEN answers.changed > 0 THEN 'changes-asked'
                 ELSE 'accepted' END) THEN
          RAISE EXCEPTION 'the verdict does not follow from the answers' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER review_verdicts_derived BEFORE INSERT ON review_verdicts
        FOR EACH ROW EXECUTE FUNCTION guard_review_verdict();

      CREATE FUNCTION guard_review_letter() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.signed_at IS NOT NULL OR OLD.returned_at IS NOT NULL OR
           (NEW.proposal_number, NEW.verdict, NEW.letter, NEW.confirmed_by, NEW.confirmed_at) IS DISTINCT FROM
           (OLD.proposal_number, OLD.verdict, OLD.letter, OLD.confirmed_by, OLD.confirmed_at) THEN
          RAISE EXCEPTION 'a letter stays as it was confirmed' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER review_verdicts_kept BEFORE UPDATE ON review_verdicts
        FOR EACH ROW EXECUTE FUNCTION guard_review_letter();

      -- While a no waits for its second signature, what it says must stay true.
      CREATE FUNCTION guard_review_answer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM review_verdicts WHERE proposal_number = OLD.proposal_number
                   AND verdict = 'not-taken-forward' AND signed_at IS NULL AND returned_at IS NULL) THEN
          RAISE EXCEPTION 'the answers wait for a second signature' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER review_answers_guarded BEFORE UPDATE OF answer, reason_code, words, finished_at ON review_answers
        FOR EACH ROW EXECUTE FUNCTION guard_review_answer();

      -- Nobody alone says no: whatever statement tries it.
      CREATE FUNCTION guard_proposal_refused() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT 1 FROM (SELECT verdict, signed_at FROM review_verdicts WHERE proposal_number = NEW.number
                         ORDER BY confirmed_at DESC LIMIT 1) latest
          WHERE latest.verdict = 'not-taken-forward' AND latest.signed_at IS NOT NULL) THEN
          RAISE EXCEPTION 'a no needs two signatures' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER proposals_refused_by_two BEFORE UPDATE OF state ON proposals
        FOR EACH ROW WHEN (NEW.state = 'not-taken-forward' AND OLD.state IS DISTINCT FROM NEW.state)
        EXECUTE FUNCTION guard_proposal_refused();

      CREATE TABLE review_appeals (
        proposal_number integer PRIMARY KEY REFERENCES reviews ON DELETE CASCADE,
        verdict_id uuid NOT NULL REFERENCES review_verdicts,
        author_id uuid REFERENCES people ON DELETE SET NULL,
        text text NOT NULL CHECK (char_length(text) BETWEEN 20 AND 5000),
        text_public boolean NOT NULL,
        made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        decided_by uuid REFERENCES people,
        decided_at timestamptz,
        upheld boolean,
        reason text CHECK (char_length(btrim(reason)) >= 5),
        CONSTRAINT decided_whole CHECK (num_nulls(decided_by, decided_at, upheld, reason) IN (0, 4))
      );
      CREATE INDEX review_appeals_open ON review_appeals (proposal_number) WHERE decided_at IS NULL;

      CREATE FUNCTION guard_review_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE no record;
      BEGIN
        SELECT * INTO no FROM review_verdicts WHERE id = NEW.verdict_id AND proposal_number = NEW.proposal_number;
        IF TG_OP = 'INSERT' THEN
          IF no.signed_at IS NULL OR no.appeal_until IS NULL OR local_today() > no.appeal_until THEN
            RAISE EXCEPTION 'there is nothing to appeal against' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
        ELSIF OLD.decided_at IS NOT NULL OR (NEW.text, NEW.verdict_id) IS DISTINCT FROM (OLD.text, OLD.verdict_id) THEN
          RAISE EXCEPTION 'an appeal is decided once' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF NEW.decided_by IN (no.confirmed_by, no.signed_by) THEN
          RAISE EXCEPTION 'an appeal is decided by somebody else' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER review_appeals_guarded
        BEFORE INSERT OR UPDATE OF verdict_id, text, decided_by, decided_at, upheld, reason ON review_appeals
        FOR EACH ROW EXECUTE FUNCTION guard_review_appeal();

      CREATE INDEX proposals_round_state ON proposals (round_id, state, number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX proposals_round_state;
      DROP TRIGGER proposals_refused_by_two ON proposals;
      DROP TABLE review_appeals, review_verdicts, review_notes, review_answers, reviews, review_plans,
        department_members, departments;
      DROP FUNCTION guard_proposal_refused();
      DROP FUNCTION guard_review_appeal();
      DROP FUNCTION guard_review_answer();
      DROP FUNCTION guard_review_letter();
      DROP FUNCTION guard_review_verdict();
    `);
  }
}
