import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Calls that a person's client gave a key, so that sending one twice makes one thing. Digests of key and request, and
 * the answer sealed, for a day.
 */
export class KeepCallsOnce1764010300200 implements MigrationInterface {
  name = 'KeepCallsOnce1764010300200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calls_once (
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        key_digest bytea NOT NULL CHECK (octet_length(key_digest) = 32),
        request_digest bytea NOT NULL CHECK (octet_length(request_digest) = 32),
        -- NULL while the call is under way.
        sealed_answer bytea,
        begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (person_id, key_digest)
      );
      CREATE INDEX calls_once_begun ON calls_once (begun_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calls_once');
  }
}
