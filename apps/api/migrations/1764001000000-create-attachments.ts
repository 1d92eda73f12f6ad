import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAttachments1764001000000 implements MigrationInterface {
  name = 'CreateAttachments1764001000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a picture or document is and what it belongs to; its bytes are in the store, under its id.
      CREATE TABLE attachments (
        id uuid PRIMARY KEY,
        owner_kind text NOT NULL CHECK (owner_kind ~ '^[a-z][a-z-]{1,39}$'),
        owner_id text NOT NULL CHECK (owner_id ~ '^[0-9a-f-]{1,36}$'),
        -- Holds the number of attachments of one thing down, whatever happens at the same moment.
        position smallint NOT NULL CHECK (position BETWEEN 1 AND 5),
        kind text NOT NULL CHECK (kind IN ('image', 'pdf')),
        alt text NOT NULL CHECK (char_length(btrim(alt)) BETWEEN 5 AND 300),
        width integer CHECK (width BETWEEN 1 AND 1600),
        height integer CHECK (height BETWEEN 1 AND 1600),
        bytes integer NOT NULL CHECK (bytes > 0),
        added_by uuid REFERENCES people ON DELETE SET NULL,
        added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        UNIQUE (owner_kind, owner_id, position),
        CHECK ((kind = 'image') = (width IS NOT NULL AND height IS NOT NULL))
      );
      CREATE INDEX attachments_added_by ON attachments (added_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachments');
  }
}
