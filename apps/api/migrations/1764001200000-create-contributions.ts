import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateContributions1764001200000 implements MigrationInterface {
  name = 'CreateContributions1764001200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who gave what to what. Nobody's name is here; no person at all where somebody spoke and was written down.
      CREATE TABLE contributions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('author', 'support', 'comment', 'vote')),
        person_id uuid REFERENCES people ON DELETE SET NULL,
        round_id uuid NOT NULL REFERENCES rounds,
        proposal_number integer REFERENCES proposals ON DELETE CASCADE,
        since timestamptz NOT NULL,
        CHECK ((kind = 'vote') = (proposal_number IS NULL))
      );
      CREATE UNIQUE INDEX contributions_once ON contributions (proposal_number, kind, person_id)
        WHERE proposal_number IS NOT NULL;
      CREATE UNIQUE INDEX contributions_vote_once ON contributions (round_id, person_id) WHERE kind = 'vote';
      CREATE INDEX contributions_person ON contributions (person_id, since DESC);
      CREATE INDEX contributions_round ON contributions (round_id);

      CREATE FUNCTION note_author() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO contributions (kind, person_id, round_id, proposal_number, since)
        VALUES ('author', NEW.author_id, NEW.round_id, NEW.number, NEW.submitted_at) ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER proposals_author_noted AFTER INSERT OR UPDATE OF submitted_at, author_id ON proposals
        FOR EACH ROW WHEN (NEW.author_id IS NOT NULL AND NEW.submitted_at IS NOT NULL)
        EXECUTE FUNCTION note_author();

      CREATE FUNCTION note_support() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO contributions (kind, person_id, round_id, proposal_number, since)
        SELECT 'support', NEW.person_id, round_id, number, NEW.at FROM proposals WHERE number = NEW.proposal_number
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER supports_noted AFTER INSERT OR UPDATE OF proposal_number ON proposal_supports
        FOR EACH ROW EXECUTE FUNCTION note_support();

      -- At the end of the transaction: a support that went over to another proposal by a merge stays noted here too.
      CREATE FUNCTION forget_support() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM contributions c USING proposals p
        WHERE c.kind = 'support' AND c.person_id = OLD.person_id AND c.proposal_number = OLD.proposal_number
          AND p.number = OLD.proposal_number AND p.state <> 'merged'
          AND NOT EXISTS (SELECT FROM proposal_supports s
                          WHERE s.proposal_number = OLD.proposal_number AND s.person_id = OLD.person_id);
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER supports_forgotten AFTER DELETE OR UPDATE OF proposal_number ON proposal_supports
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_support();

      CREATE FUNCTION note_comment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.withdrawn_at IS NULL THEN
          INSERT INTO contributions (kind, person_id, round_id, proposal_number, since)
          SELECT 'comment', NEW.author_id, round_id, number, NEW.at FROM proposals
          WHERE number = NEW.proposal_number ON CONFLICT DO NOTHING;
        ELSE
          DELETE FROM contributions c
          WHERE c.kind = 'comment' AND c.person_id = NEW.author_id AND c.proposal_number = NEW.proposal_number
            AND NOT EXISTS (SELECT FROM proposal_comments o WHERE o.proposal_number = NEW.proposal_number
                            AND o.author_id = NEW.author_id AND o.withdrawn_at IS NULL);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER comments_noted AFTER INSERT OR UPDATE OF withdrawn_at ON proposal_comments
        FOR EACH ROW WHEN (NEW.author_id IS NOT NULL) EXECUTE FUNCTION note_comment();

      INSERT INTO contributions (kind, person_id, round_id, proposal_number, since)
        SELECT 'author', author_id, round_id, number, submitted_at FROM proposals
        WHERE author_id IS NOT NULL AND submitted_at IS NOT NULL
        UNION ALL
        SELECT 'support', s.person_id, p.round_id, p.number, s.at
        FROM proposal_supports s JOIN proposals p ON p.number = s.proposal_number
        UNION ALL
        SELECT 'comment', c.author_id, p.round_id, p.number, min(c.at)
        FROM proposal_comments c JOIN proposals p ON p.number = c.proposal_number
        WHERE c.author_id IS NOT NULL AND c.withdrawn_at IS NULL GROUP BY c.author_id, p.round_id, p.number;

      -- What became of a proposal or a round, one row for each change, kept for good.
      CREATE TABLE fates (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        -- The event in the outbox that this tells of, so that none is told twice; negative for what was there before.
        event_id bigint NOT NULL UNIQUE,
        kind text NOT NULL CHECK (kind IN ('looked-at-again', 'changes-asked', 'accepted', 'not-taken-forward',
          'funded', 'not-funded', 'in-delivery', 'slipped', 'news', 'delivered', 'stopped', 'withdrawn', 'merged',
          'decided', 'cancelled')),
        round_id uuid NOT NULL REFERENCES rounds,
        proposal_number integer REFERENCES proposals,
        -- In plain words, as the public history has it.
        reason text,
        at timestamptz NOT NULL,
        CHECK ((kind IN ('decided', 'cancelled')) = (proposal_number IS NULL))
      );
      CREATE INDEX fates_proposal ON fates (proposal_number, id DESC);
      CREATE INDEX fates_round ON fates (round_id, id DESC);
      CREATE TRIGGER fates_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON fates
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      INSERT INTO fates (event_id, kind, round_id, proposal_number, reason, at)
        SELECT -number, state, round_id, number,
               coalesce(outcome_sentence, (SELECT e.reason FROM proposal_events e
                                           WHERE e.proposal_number = number ORDER BY e.id DESC LIMIT 1)),
               coalesce((SELECT max(e.at) FROM proposal_events e WHERE e.proposal_number = number), created_at)
        FROM proposals
        WHERE submitted_at IS NOT NULL AND state NOT IN ('draft', 'submitted', 'in-review', 'on-ballot');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE fates;
      DROP TRIGGER proposals_author_noted ON proposals;
      DROP TRIGGER supports_noted ON proposal_supports;
      DROP TRIGGER supports_forgotten ON proposal_supports;
      DROP TRIGGER comments_noted ON proposal_comments;
      DROP FUNCTION note_author(), note_support(), forget_support(), note_comment();
      DROP TABLE contributions;
    `);
  }
}
