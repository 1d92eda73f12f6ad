import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The demo city's postcodes are nobody's: whoever finds a ward by one is told so. A real file takes its place. */
export class MarkInventedPostcodes1764010500000 implements MigrationInterface {
  name = 'MarkInventedPostcodes1764010500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE postcodes ADD COLUMN invented boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE postcodes DROP COLUMN invented');
  }
}
