import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePrintedSheets1764000800000 implements MigrationInterface {
  name = 'CreatePrintedSheets1764000800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Numbers of paper ballots that were printed. Who was given which sheet is written down nowhere.
      CREATE TABLE sheet_prints (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        round_id uuid NOT NULL REFERENCES rounds (id),
        printed_by uuid REFERENCES people (id) ON DELETE SET NULL,
        printed_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX sheet_prints_round ON sheet_prints (round_id);

      CREATE TABLE printed_sheets (
        round_id uuid NOT NULL REFERENCES rounds (id),
        serial text NOT NULL CHECK (serial ~ '^[0-9A-Z]{8}$'),
        print_id uuid NOT NULL REFERENCES sheet_prints (id),
        PRIMARY KEY (round_id, serial)
      );
      CREATE INDEX printed_sheets_print ON printed_sheets (print_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE printed_sheets, sheet_prints');
  }
}
