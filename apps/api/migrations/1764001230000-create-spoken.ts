import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSpoken1764001230000 implements MigrationInterface {
  name = 'CreateSpoken1764001230000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What people said where they were, written down by a facilitator. No names: the answer goes back to the host.
      CREATE TABLE spoken (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        place_id uuid NOT NULL REFERENCES places,
        host text NOT NULL CHECK (char_length(btrim(host)) BETWEEN 3 AND 120),
        said text NOT NULL CHECK (char_length(btrim(said)) BETWEEN 10 AND 300),
        people text NOT NULL CHECK (people IN ('1', '2-5', '6-10', '11-20', 'over-20')),
        consent boolean NOT NULL CHECK (consent),
        recorded_by uuid REFERENCES people ON DELETE SET NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX spoken_place ON spoken (place_id, recorded_at DESC);

      ALTER TABLE contributions ADD COLUMN spoken_id uuid UNIQUE REFERENCES spoken;
      ALTER TABLE contributions DROP CONSTRAINT contributions_kind_check, DROP CONSTRAINT contributions_check;
      ALTER TABLE contributions
        ADD CONSTRAINT contributions_kind_check CHECK (kind IN ('author', 'support', 'comment', 'vote', 'spoken')),
        ADD CONSTRAINT contributions_to_what
          CHECK (kind = 'spoken' OR (kind = 'vote') = (proposal_number IS NULL)),
        ADD CONSTRAINT spoken_by_nobody_named
          CHECK ((kind = 'spoken') = (spoken_id IS NOT NULL) AND (kind <> 'spoken' OR person_id IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM contributions WHERE kind = 'spoken';
      ALTER TABLE contributions DROP CONSTRAINT spoken_by_nobody_named, DROP CONSTRAINT contributions_to_what,
        DROP CONSTRAINT contributions_kind_check, DROP COLUMN spoken_id;
      ALTER TABLE contributions
        ADD CONSTRAINT contributions_kind_check CHECK (kind IN ('author', 'support', 'comment', 'vote')),
        ADD CONSTRAINT contributions_check CHECK ((kind = 'vote') = (proposal_number IS NULL));
      DROP TABLE spoken;
    `);
  }
}
