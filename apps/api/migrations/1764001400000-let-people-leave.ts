import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account that was left keeps its id alone: acts in an office go on pointing at it and name nobody. */
export class LetPeopleLeave1764001400000 implements MigrationInterface {
  name = 'LetPeopleLeave1764001400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE people ALTER COLUMN date_of_birth DROP NOT NULL;
      ALTER TABLE people ADD CONSTRAINT born_while_here CHECK (date_of_birth IS NOT NULL OR left_at IS NOT NULL);
      ALTER TABLE people ADD CONSTRAINT nobody_after_leaving CHECK (left_at IS NULL OR
        (email IS NULL AND date_of_birth IS NULL AND home_place_id IS NULL AND display_name = 'Former member'
          AND password_hash = 'none'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE people DROP CONSTRAINT born_while_here, DROP CONSTRAINT nobody_after_leaving;
      ALTER TABLE people ALTER COLUMN date_of_birth SET NOT NULL;
    `);
  }
}
