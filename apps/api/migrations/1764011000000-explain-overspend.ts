import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExplainOverspend1764011000000 implements MigrationInterface {
  name = 'ExplainOverspend1764011000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE spend_entries ADD COLUMN over_reason text
        CHECK (char_length(btrim(over_reason)) BETWEEN 10 AND 1000);

      CREATE FUNCTION spend_sum(of_proposal integer, of_kind text) RETURNS bigint LANGUAGE sql STABLE AS $$
        SELECT coalesce(sum(amount_pence), 0)::bigint FROM spend_entries e
         WHERE proposal_number = of_proposal AND kind = of_kind
           AND NOT EXISTS (SELECT FROM spend_entries c WHERE c.corrects = e.id)
      $$;

      -- Whatever writes here: beyond what was decided goes nothing without a reason that everybody can read.
      CREATE FUNCTION guard_overspend() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        decided bigint := (SELECT budget_pence FROM deliveries WHERE proposal_number = NEW.proposal_number FOR UPDATE);
        total bigint := spend_sum(NEW.proposal_number, NEW.kind);
        corrected bigint := coalesce((SELECT amount_pence FROM spend_entries WHERE id = NEW.corrects AND kind = NEW.kind), 0);
      BEGIN
        IF NEW.over_reason IS NULL AND total > decided AND NEW.amount_pence > corrected THEN
          RAISE EXCEPTION 'more than was decided needs its reason'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'overspend_has_a_reason';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER spend_entries_explained AFTER INSERT ON spend_entries
        FOR EACH ROW EXECUTE FUNCTION guard_overspend();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER spend_entries_explained ON spend_entries;
      DROP FUNCTION guard_overspend();
      DROP FUNCTION spend_sum(integer, text);
      ALTER TABLE spend_entries DROP COLUMN over_reason;
    `);
  }
}
