import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePostcodes1764000003000 implements MigrationInterface {
  name = 'CreatePostcodes1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE postcodes (
        postcode text PRIMARY KEY CHECK (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
        place_id uuid NOT NULL REFERENCES places
      );
      CREATE INDEX postcodes_place ON postcodes (place_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE postcodes');
  }
}
