import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateModeration1764001410000 implements MigrationInterface {
  name = 'CreateModeration1764001410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- waiting: written by somebody under 18 and not read by a moderator yet. hidden: with the reason shown in its place.
      ALTER TABLE proposals
        ADD COLUMN shown text NOT NULL DEFAULT 'yes' CHECK (shown IN ('yes', 'waiting', 'hidden')),
        ADD COLUMN hidden_reason text,
        ADD CONSTRAINT hidden_with_reason CHECK ((shown = 'hidden') = (hidden_reason IS NOT NULL));
      ALTER TABLE proposal_comments
        ADD COLUMN shown text NOT NULL DEFAULT 'yes' CHECK (shown IN ('yes', 'waiting', 'hidden')),
        ADD COLUMN hidden_reason text,
        ADD CONSTRAINT hidden_with_reason CHECK ((shown = 'hidden') = (hidden_reason IS NOT NULL));

      -- Keeps proposals.comments: how many comments everybody can read.
      CREATE FUNCTION count_readable_comments() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE change integer := 0;
      BEGIN
        IF TG_OP <> 'INSERT' AND OLD.text IS NOT NULL AND OLD.shown = 'yes' THEN change := change - 1; END IF;
        IF TG_OP <> 'DELETE' AND NEW.text IS NOT NULL AND NEW.shown = 'yes' THEN change := change + 1; END IF;
        IF change <> 0 THEN
          UPDATE proposals SET comments = comments + change
          WHERE number = CASE TG_OP WHEN 'DELETE' THEN OLD.proposal_number ELSE NEW.proposal_number END;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER comments_counted AFTER INSERT OR UPDATE OR DELETE ON proposal_comments
        FOR EACH ROW EXECUTE FUNCTION count_readable_comments();

      -- One thing a moderator is to look at: reported by readers, or waiting to be read before it is public.
      CREATE TABLE moderation_cases (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        place_id uuid NOT NULL REFERENCES places,
        proposal_number integer NOT NULL REFERENCES proposals,
        comment_id uuid REFERENCES proposal_comments,
        author_id uuid REFERENCES people ON DELETE SET NULL,
        origin text NOT NULL CHECK (origin IN ('reports', 'new-post')),
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'decided', 'appealed', 'closed')),
        opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        act text CHECK (act IN ('keep', 'hide', 'ask-change')),
        rule text,
        reason text CHECK (char_length(reason) BETWEEN 10 AND 1000),
        checklist jsonb,
        decided_by uuid REFERENCES people,
        decided_at timestamptz,
        appeal_words text CHECK (char_length(appeal_words) BETWEEN 10 AND 2000),
        appealed_at timestamptz,
        appeal_upheld boolean,
        appeal_reason text CHECK (char_length(appeal_reason) BETWEEN 10 AND 1000),
        appeal_decided_by uuid REFERENCES people,
        appeal_decided_at timestamptz,
        CONSTRAINT decided_whole
          CHECK (num_nulls(act, reason, checklist, decided_by, decided_at) = CASE state WHEN 'waiting' THEN 5 ELSE 0 END),
        CONSTRAINT rule_named CHECK ((rule IS NOT NULL) = (coalesce(act, 'keep') <> 'keep')),
        CONSTRAINT nobody_judges_their_own CHECK (decided_by <> author_id AND appeal_decided_by <> author_id),
        CONSTRAINT appeal_by_another CHECK (appeal_decided_by <> decided_by),
        CONSTRAINT appealed_when CHECK (state <> 'appealed' OR appealed_at IS NOT NULL),
        CONSTRAINT appeal_answered CHECK (num_nulls(appeal_upheld, appeal_reason, appeal_decided_by, appeal_decided_at) IN (0, 4)
          AND (appeal_upheld IS NULL OR (state = 'closed' AND appealed_at IS NOT NULL)))
      );
      CREATE UNIQUE INDEX one_open_case ON moderation_cases (proposal_number, coalesce(comment_id, '00000000-0000-0000-0000-000000000000'))
        WHERE state = 'waiting';
      CREATE INDEX moderation_cases_open ON moderation_cases (opened_at) WHERE state IN ('waiting', 'appealed');
      CREATE INDEX moderation_cases_author ON moderation_cases (author_id);
      CREATE INDEX moderation_cases_decided ON moderation_cases (decided_at DESC, number DESC) WHERE state <> 'waiting';

      -- An appeal is made once, and what was decided stays as it was decided.
      CREATE FUNCTION guard_moderation_case() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.appealed_at IS NOT NULL AND NEW.appealed_at IS DISTINCT FROM OLD.appealed_at THEN
          RAISE EXCEPTION 'one appeal to a case' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF OLD.state <> 'waiting' AND (NEW.act, NEW.rule, NEW.reason, NEW.decided_by, NEW.decided_at)
             IS DISTINCT FROM (OLD.act, OLD.rule, OLD.reason, OLD.decided_by, OLD.decided_at) THEN
          RAISE EXCEPTION 'a decision of a moderator never changes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER moderation_cases_guarded BEFORE UPDATE ON moderation_cases
        FOR EACH ROW EXECUTE FUNCTION guard_moderation_case();
      CREATE TRIGGER moderation_cases_stay BEFORE DELETE OR TRUNCATE ON moderation_cases
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- No reader, no address, no hour: only the day. The ticket is kept as its hash, the contact sealed until the answer.
      CREATE TABLE moderation_reports (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        case_id uuid NOT NULL REFERENCES moderation_cases,
        ticket_hash bytea NOT NULL UNIQUE CHECK (octet_length(ticket_hash) = 32),
        rule text NOT NULL,
        words text CHECK (char_length(words) <= 2000),
        contact_sealed bytea,
        -- Keyed digest of case and account: one report each, and nobody to be read from it.
        reporter_digest bytea CHECK (octet_length(reporter_digest) = 32),
        reported_on date NOT NULL DEFAULT local_today(),
        UNIQUE (case_id, reporter_digest)
      );
      CREATE INDEX moderation_reports_case ON moderation_reports (case_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE moderation_reports, moderation_cases;
      DROP FUNCTION guard_moderation_case();
      DROP TRIGGER comments_counted ON proposal_comments;
      DROP FUNCTION count_readable_comments();
      ALTER TABLE proposals DROP COLUMN shown, DROP COLUMN hidden_reason;
      ALTER TABLE proposal_comments DROP COLUMN shown, DROP COLUMN hidden_reason;
    `);
  }
}
