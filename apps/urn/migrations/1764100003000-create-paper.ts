import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Paper batches: counted, keyed twice, compared, sealed. A sealed sheet changes for nobody, its owner included. */
export class CreatePaper1764100003000 implements MigrationInterface {
  name = 'CreatePaper1764100003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA paper;

      CREATE TABLE paper.batch (
        election text NOT NULL REFERENCES urn.election (id),
        batch text NOT NULL CHECK (batch ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'),
        issued integer NOT NULL CHECK (issued >= 0),
        in_box integer NOT NULL CHECK (in_box >= 0),
        spoiled integer NOT NULL CHECK (spoiled >= 0),
        returned integer NOT NULL CHECK (returned >= 0),
        missing integer NOT NULL CHECK (missing >= 0),
        counted_by text[] NOT NULL CHECK (cardinality(counted_by) = 2 AND counted_by[1] <> counted_by[2]),
        first_keyer text,
        first_done boolean NOT NULL DEFAULT false,
        second_keyer text CHECK (second_keyer <> first_keyer),
        second_done boolean NOT NULL DEFAULT false,
        sealed_by text[] CHECK (cardinality(sealed_by) = 2 AND sealed_by[1] <> sealed_by[2]),
        keyed integer CHECK (keyed >= 0),
        discrepancy text,
        PRIMARY KEY (election, batch),
        CHECK (sealed_by IS NULL OR (first_done AND second_done AND keyed IS NOT NULL)),
        CHECK (sealed_by IS NULL OR discrepancy IS NOT NULL
               OR (issued = in_box + spoiled + returned + missing AND keyed = in_box))
      );

      CREATE TABLE paper.entry (
        election text NOT NULL,
        batch text NOT NULL,
        serial text NOT NULL CHECK (serial ~ '^[0-9A-Z]{4,32}$'),
        turn smallint NOT NULL CHECK (turn IN (1, 2)),
        style text NOT NULL,
        choices text NOT NULL,
        PRIMARY KEY (election, serial, turn),
        FOREIGN KEY (election, batch) REFERENCES paper.batch
      );
      CREATE INDEX entry_batch ON paper.entry (election, batch);

      CREATE TABLE paper.ruling (
        election text NOT NULL,
        batch text NOT NULL,
        serial text NOT NULL,
        style text,
        choices text,
        reason text NOT NULL,
        ruled_by text NOT NULL,
        PRIMARY KEY (election, serial),
        FOREIGN KEY (election, batch) REFERENCES paper.batch,
        CHECK ((style IS NULL) = (choices IS NULL))
      );

      CREATE TABLE paper.sheet (
        election text NOT NULL,
        batch text NOT NULL,
        serial text NOT NULL,
        cred bytea NOT NULL,
        PRIMARY KEY (election, serial),
        UNIQUE (election, cred),
        FOREIGN KEY (election, batch) REFERENCES paper.batch
      );

      CREATE FUNCTION paper.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a sealed batch does not change' USING ERRCODE = 'insufficient_privilege';
      END $$;

      CREATE TRIGGER sealed_sheets BEFORE UPDATE OR DELETE OR TRUNCATE ON paper.sheet
        FOR EACH STATEMENT EXECUTE FUNCTION paper.refuse();
      CREATE TRIGGER sealed_batch BEFORE UPDATE OR DELETE ON paper.batch
        FOR EACH ROW WHEN (OLD.sealed_by IS NOT NULL) EXECUTE FUNCTION paper.refuse();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA paper CASCADE');
  }
}
