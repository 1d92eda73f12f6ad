import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an imported file is written: its job reads it as the person who sent it saw it in the sample. */
export class NoteEncodings1764010300000 implements MigrationInterface {
  name = 'NoteEncodings1764010300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE imports ADD COLUMN encoding text NOT NULL DEFAULT 'utf-8'
        CHECK (encoding IN ('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE imports DROP COLUMN encoding');
  }
}
