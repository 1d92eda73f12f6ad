import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeyMails1764001220000 implements MigrationInterface {
  name = 'KeyMails1764001220000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The mailbox of a demonstration knows a repetition by its key, as a mail server does by the Message-ID.
      ALTER TABLE mailbox ADD COLUMN key uuid UNIQUE;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mailbox DROP COLUMN key');
  }
}
