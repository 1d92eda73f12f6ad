import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlatform1764000000000 implements MigrationInterface {
  name = 'CreatePlatform1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rate_limits (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      CREATE INDEX rate_limits_expire ON rate_limits (expire);

      CREATE TABLE mailbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        recipient text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );

      CREATE TABLE audit_head (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        pos bigint NOT NULL,
        hash bytea NOT NULL
      );
      INSERT INTO audit_head (pos, hash) VALUES (0, decode(repeat('00', 32), 'hex'));
      CREATE TABLE audit_events (
        pos bigint PRIMARY KEY,
        at timestamptz NOT NULL,
        what text NOT NULL,
        actor_id uuid,
        subject text NOT NULL,
        facts jsonb NOT NULL,
        hash bytea NOT NULL
      );
      CREATE INDEX audit_events_subject ON audit_events (subject, pos);

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_head_stays BEFORE DELETE OR TRUNCATE ON audit_head
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('the first migration is not undone: drop the database');
  }
}
