import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever wrote a proposal together with its first author has given the same: the ledger knows them as authors. */
export class NoteCoauthors1764001910000 implements MigrationInterface {
  name = 'NoteCoauthors1764001910000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION note_coauthors() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO contributions (kind, person_id, round_id, proposal_number, since)
        SELECT 'author', c.person_id, p.round_id, p.number, greatest(p.submitted_at, c.since)
        FROM proposal_coauthors c JOIN proposals p ON p.number = c.proposal_number
        WHERE p.number = CASE TG_TABLE_NAME WHEN 'proposals' THEN (to_jsonb(NEW)->>'number')::int
                         ELSE (to_jsonb(NEW)->>'proposal_number')::int END
          AND p.submitted_at IS NOT NULL
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER coauthors_noted AFTER INSERT ON proposal_coauthors
        FOR EACH ROW EXECUTE FUNCTION note_coauthors();
      CREATE TRIGGER proposals_coauthors_noted AFTER UPDATE OF submitted_at ON proposals
        FOR EACH ROW WHEN (OLD.submitted_at IS NULL AND NEW.submitted_at IS NOT NULL)
        EXECUTE FUNCTION note_coauthors();

      CREATE FUNCTION forget_coauthor() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM contributions c USING proposals p
        WHERE c.kind = 'author' AND c.person_id = OLD.person_id AND c.proposal_number = OLD.proposal_number
          AND p.number = OLD.proposal_number AND p.state <> 'merged' AND p.author_id IS DISTINCT FROM OLD.person_id
          AND NOT EXISTS (SELECT FROM proposal_coauthors o
                          WHERE o.proposal_number = OLD.proposal_number AND o.person_id = OLD.person_id);
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER coauthors_forgotten AFTER DELETE ON proposal_coauthors
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget_coauthor();

      INSERT INTO contributions (kind, person_id, round_id, proposal_number, since)
        SELECT 'author', c.person_id, p.round_id, p.number, greatest(p.submitted_at, c.since)
        FROM proposal_coauthors c JOIN proposals p ON p.number = c.proposal_number
        WHERE p.submitted_at IS NOT NULL ON CONFLICT DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER coauthors_forgotten ON proposal_coauthors;
      DROP TRIGGER coauthors_noted ON proposal_coauthors;
      DROP TRIGGER proposals_coauthors_noted ON proposals;
      DROP FUNCTION note_coauthors(), forget_coauthor();
    `);
  }
}
