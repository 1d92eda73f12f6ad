import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public check of some sheets after the count: drawn once, its outcome written once. */
export class CreatePaperSample1764100004000 implements MigrationInterface {
  name = 'CreatePaperSample1764100004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE paper.sample (
        election text PRIMARY KEY REFERENCES urn.election (id),
        seed text NOT NULL CHECK (seed ~ '^[0-9]{10,100}$'),
        serials text[] NOT NULL CHECK (cardinality(serials) > 0),
        drawn_by text[] NOT NULL CHECK (cardinality(drawn_by) = 2 AND drawn_by[1] <> drawn_by[2]),
        errors integer CHECK (errors BETWEEN 0 AND cardinality(serials)),
        note text,
        checked_by text[] CHECK (cardinality(checked_by) = 2 AND checked_by[1] <> checked_by[2]),
        CHECK ((errors IS NULL) = (checked_by IS NULL))
      );
      CREATE TRIGGER checked_sample BEFORE UPDATE OR DELETE ON paper.sample
        FOR EACH ROW WHEN (OLD.errors IS NOT NULL) EXECUTE FUNCTION paper.refuse();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE paper.sample');
  }
}
