import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMailLinks1764000002100 implements MigrationInterface {
  name = 'CreateMailLinks1764000002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row per person and purpose: a newer link overwrites the older one.
      CREATE TABLE mail_links (
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('confirm', 'reset')),
        hash bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, purpose)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_links');
  }
}
