import { Injectable } from '@nestjs/common';

import { KeeperDatabase } from '../platform/database/index.js';

export interface Sample {
  readonly seed: string;
  readonly serials: readonly string[];
  readonly errors: number | null;
  readonly note: string | null;
}

@Injectable()
export class SamplesRepository {
  constructor(private readonly database: KeeperDatabase) {}

  async serials(election: string): Promise<string[]> {
    const rows = await this.database.query<{ serial: string }[]>(
      'SELECT serial FROM paper.sheet WHERE election = $1',
      [election],
    );
    return rows.map(({ serial }) => serial);
  }

  async find(election: string): Promise<Sample | undefined> {
    const rows = await this.database.query<Sample[]>(
      'SELECT seed, serials, errors, note FROM paper.sample WHERE election = $1',
      [election],
    );
    return rows[0];
  }

  /** @returns false when one was drawn before */
  async add(
    election: string,
    seed: string,
    serials: readonly string[],
    by: readonly string[],
  ): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      `INSERT INTO paper.sample (election, seed, serials, drawn_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING election`,
      [election, seed, serials, by],
    );
    return rows.length > 0;
  }

  async note(
    election: string,
    {
      errors,
      note,
      by,
    }: { readonly errors: number; readonly note: string | null; readonly by: readonly string[] },
  ): Promise<void> {
    await this.database.query(
      'UPDATE paper.sample SET errors = $2, note = $3, checked_by = $4 WHERE election = $1',
      [election, errors, note, by],
    );
  }
}
