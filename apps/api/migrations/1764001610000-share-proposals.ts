import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShareProposals1764001610000 implements MigrationInterface {
  name = 'ShareProposals1764001610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Those who wrote a proposal together with the person in proposals.author_id.
      CREATE TABLE proposal_coauthors (
        proposal_number integer NOT NULL REFERENCES proposals ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        since timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (proposal_number, person_id)
      );
      CREATE INDEX proposal_coauthors_person ON proposal_coauthors (person_id);

      CREATE FUNCTION refuse_author_twice() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM proposals WHERE number = NEW.proposal_number AND author_id = NEW.person_id) THEN
          RAISE EXCEPTION 'whoever began proposal % is not its co-author too', NEW.proposal_number
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER coauthors_are_others BEFORE INSERT OR UPDATE ON proposal_coauthors
        FOR EACH ROW EXECUTE FUNCTION refuse_author_twice();

      -- Everybody who wrote a proposal. Gone: cannot be asked any more.
      CREATE VIEW proposal_authors AS
        SELECT a.proposal_number, a.person_id, a.since, a.lead,
          p.left_at IS NOT NULL OR p.suspended_at IS NOT NULL AS gone
        FROM (SELECT number AS proposal_number, author_id AS person_id, created_at AS since, true AS lead
              FROM proposals WHERE author_id IS NOT NULL
              UNION ALL SELECT proposal_number, person_id, since, false FROM proposal_coauthors) a
        JOIN people p ON p.id = a.person_id;

      -- A link that makes one person a co-author, once.
      CREATE TABLE author_invitations (
        token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
        proposal_number integer NOT NULL REFERENCES proposals ON DELETE CASCADE,
        invited_by uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz NOT NULL CHECK (expires_at > at),
        spent_at timestamptz
      );
      CREATE INDEX author_invitations_proposal ON author_invitations (proposal_number);

      -- Of several authors, those who want to take the proposal back. It goes when all of them do.
      CREATE TABLE withdrawal_wishes (
        proposal_number integer NOT NULL REFERENCES proposals ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        reason text NOT NULL CHECK (char_length(reason) BETWEEN 5 AND 2000),
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (proposal_number, person_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE withdrawal_wishes, author_invitations;
      DROP VIEW proposal_authors;
      DROP TABLE proposal_coauthors;
      DROP FUNCTION refuse_author_twice();
    `);
  }
}
