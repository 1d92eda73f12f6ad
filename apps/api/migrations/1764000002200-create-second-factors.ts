import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSecondFactors1764000002200 implements MigrationInterface {
  name = 'CreateSecondFactors1764000002200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Secrets are sealed (AES-256-GCM, bound to the person); the key is not in the database.
      CREATE TABLE second_factors (
        person_id uuid PRIMARY KEY REFERENCES people ON DELETE CASCADE,
        secret bytea,
        pending_secret bytea,
        turned_on_at timestamptz,
        last_step bigint,
        CHECK ((secret IS NULL) = (turned_on_at IS NULL))
      );
      CREATE TABLE recovery_codes (
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        hash bytea NOT NULL CHECK (octet_length(hash) = 32),
        PRIMARY KEY (person_id, hash)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recovery_codes, second_factors');
  }
}
