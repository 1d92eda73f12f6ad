import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MarkSelfSelectedSurveys1764000401000 implements MigrationInterface {
  name = 'MarkSelfSelectedSurveys1764000401000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE readings ADD COLUMN self_selected boolean NOT NULL DEFAULT false;
      UPDATE readings SET self_selected = true WHERE origin LIKE 'stoke-2025:%';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE readings DROP COLUMN self_selected');
  }
}
