import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIndicators1764000400000 implements MigrationInterface {
  name = 'CreateIndicators1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE indicators (
        code text PRIMARY KEY CHECK (code ~ '^[1-5]\\.[1-9]$'),
        theme smallint NOT NULL CHECK (theme BETWEEN 1 AND 5),
        name text NOT NULL,
        headline_series text
      );

      CREATE TABLE readings (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        origin text UNIQUE,
        indicator_code text NOT NULL REFERENCES indicators (code),
        series text NOT NULL,
        label text NOT NULL,
        area_code text,
        place_id uuid REFERENCES places (id),
        population text NOT NULL,
        percent numeric(6,3) NOT NULL CHECK (percent BETWEEN 0 AND 100),
        n integer CHECK (n > 0),
        effective_n numeric(12,4) CHECK (effective_n > 0),
        low_percent numeric(6,3),
        high_percent numeric(6,3),
        interval_method text,
        period text NOT NULL,
        fieldwork_from date,
        fieldwork_to date,
        mode text NOT NULL,
        source text NOT NULL,
        caution text,
        is_benchmark boolean NOT NULL DEFAULT false,
        invented boolean NOT NULL DEFAULT false,
        CHECK (fieldwork_from <= fieldwork_to),
        CHECK (low_percent <= percent AND percent <= high_percent),
        CHECK ((low_percent IS NULL) = (interval_method IS NULL) AND (low_percent IS NULL) = (high_percent IS NULL))
      );
      CREATE INDEX readings_of_indicator ON readings (indicator_code, series, fieldwork_from);
      CREATE INDEX readings_of_place ON readings (place_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE readings; DROP TABLE indicators');
  }
}
