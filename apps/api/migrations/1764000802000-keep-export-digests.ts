import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files of a finished vote do not change: their fingerprints are kept when they are verified. */
export class KeepExportDigests1764000802000 implements MigrationInterface {
  name = 'KeepExportDigests1764000802000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE held_votes ADD COLUMN export_files jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE held_votes DROP COLUMN export_files');
  }
}
