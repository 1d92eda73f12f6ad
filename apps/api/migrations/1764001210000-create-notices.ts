import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotices1764001210000 implements MigrationInterface {
  name = 'CreateNotices1764001210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How often somebody wants mail; nobody without a row has said so, and gets it daily.
      CREATE TABLE notice_settings (
        person_id uuid PRIMARY KEY REFERENCES people ON DELETE CASCADE,
        pace text NOT NULL CHECK (pace IN ('at-once', 'daily', 'weekly', 'none')),
        changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );

      -- One mail for everything a person has not been told yet. The key goes with the mail: a repetition is seen.
      CREATE TABLE notice_mails (
        key uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'dropped')),
        queued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        tries integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ended_at timestamptz,
        CHECK ((state IN ('sent', 'dropped')) = (ended_at IS NOT NULL))
      );
      CREATE INDEX notice_mails_waiting ON notice_mails (next_try_at) WHERE state IN ('queued', 'sending');
      CREATE INDEX notice_mails_person ON notice_mails (person_id, queued_at DESC);
      CREATE UNIQUE INDEX notice_mails_one_at_a_time ON notice_mails (person_id) WHERE state IN ('queued', 'sending');

      -- The key refuses to tell one change twice to one person.
      CREATE TABLE notices (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        fate_id bigint NOT NULL REFERENCES fates,
        because text NOT NULL CHECK (because IN ('author', 'support', 'comment', 'vote', 'follow')),
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        read_at timestamptz,
        -- Whether a mail shall tell of it, and which one did.
        by_mail boolean NOT NULL,
        mail_key uuid REFERENCES notice_mails ON DELETE SET NULL,
        UNIQUE (person_id, fate_id)
      );
      CREATE INDEX notices_newest ON notices (person_id, id DESC);
      CREATE INDEX notices_unread ON notices (person_id) WHERE read_at IS NULL;
      CREATE INDEX notices_unmailed ON notices (person_id) WHERE by_mail AND mail_key IS NULL;
      CREATE INDEX notices_mail ON notices (mail_key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notices, notice_mails, notice_settings');
  }
}
