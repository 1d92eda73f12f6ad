import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With the published count a round keeps one sentence: what is left of its money, why, and what happens to it. */
export class SayWhatIsLeft1764010150000 implements MigrationInterface {
  name = 'SayWhatIsLeft1764010150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE rounds
        ADD COLUMN money_left text,
        ADD CONSTRAINT money_left_is_said_by_a_count
          CHECK (money_left IS NULL OR (published_count_id IS NOT NULL AND length(money_left) BETWEEN 1 AND 1000))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rounds DROP COLUMN money_left');
  }
}
