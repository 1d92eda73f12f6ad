import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindSimilarProposals1764001600000 implements MigrationInterface {
  name = 'FindSimilarProposals1764001600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A trusted extension: whoever owns the database may add it.
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE INDEX proposals_title_trigrams ON proposals USING gin (lower(title) gin_trgm_ops)
        WHERE submitted_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX proposals_title_trigrams; DROP EXTENSION pg_trgm');
  }
}
