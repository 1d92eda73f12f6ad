import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutbox1764000700000 implements MigrationInterface {
  name = 'CreateOutbox1764000700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What happened and somebody has yet to act on: written with the act, deleted with its effects.
      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text NOT NULL,
        data jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        failures integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX outbox_due ON outbox (next_try_at, id);

      -- Every change of state is told, whichever statement made it.
      CREATE FUNCTION tell_proposal_moved() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO outbox (name, data)
        VALUES ('proposal.moved', jsonb_build_object('number', NEW.number, 'from', OLD.state, 'to', NEW.state));
        RETURN NULL;
      END $$;
      CREATE TRIGGER proposals_moved AFTER UPDATE OF state ON proposals
        FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION tell_proposal_moved();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER proposals_moved ON proposals;
      DROP FUNCTION tell_proposal_moved();
      DROP TABLE outbox;
    `);
  }
}
