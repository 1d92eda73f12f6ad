import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnnouncePaperSample1764000801000 implements MigrationInterface {
  name = 'AnnouncePaperSample1764000801000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Said before the dice are thrown, and never changed: how many sheets are drawn, when and where.
      CREATE TABLE announced_samples (
        round_id uuid PRIMARY KEY REFERENCES rounds (id),
        sheets integer NOT NULL CHECK (sheets BETWEEN 1 AND 10000),
        thrown_at timestamptz NOT NULL,
        place text NOT NULL CHECK (length(place) BETWEEN 3 AND 300),
        announced_by uuid REFERENCES people (id) ON DELETE SET NULL,
        announced_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CHECK (thrown_at > announced_at)
      );

      CREATE FUNCTION keep_announced_sample() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND (OLD.round_id, OLD.sheets, OLD.thrown_at, OLD.place, OLD.announced_at)
           = (NEW.round_id, NEW.sheets, NEW.thrown_at, NEW.place, NEW.announced_at) THEN
          RETURN NEW; -- an account that is deleted leaves its announcement behind
        END IF;
        RAISE EXCEPTION 'an announced sample does not change' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER announced_samples_stay BEFORE UPDATE OR DELETE ON announced_samples
        FOR EACH ROW EXECUTE FUNCTION keep_announced_sample();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE announced_samples; DROP FUNCTION keep_announced_sample');
  }
}
