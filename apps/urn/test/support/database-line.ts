import { tool } from './tool.js';

/** What tools/postgres/database-line.mjs makes: a line to PostgreSQL that can fail as networks do. */
export interface DatabaseLine {
  through(url: string): string;
  goAway(): void;
  comeBack(): void;
  cutOne(): void;
  goSilent(): void;
  slowDown(ms: number): void;
  close(): Promise<void>;
}

export async function databaseLine(): Promise<DatabaseLine> {
  const { databaseLine: lineTo } = await tool<{ databaseLine(url: string): Promise<DatabaseLine> }>(
    'database-line.mjs',
  );
  return lineTo(process.env['CT_TEST_POSTGRES']!);
}
