import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';

import type { Dataset, Field } from './datasets/index.js';

export type Cell = string | number | boolean | null;

/** Reads a dataset a page at a time, as it stood when the reading began: memory does not grow with the table. */
@Injectable()
export class DatasetRows {
  constructor(private readonly database: DataSource) {}

  /** @yields rows, their cells in the order of the dataset's fields */
  async *of({ name, sql, fields }: Dataset): AsyncGenerator<Cell[]> {
    const runner = this.database.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      const client = (await runner.connect()) as PoolClient;
      await client.query(sql);
      for (;;) {
        const page = await client.query<unknown[]>({ text: 'FETCH 500 FROM taken', rowMode: 'array' });
        if (page.fields.length !== fields.length) throw new Error(`${name} and its dictionary differ`);
        if (page.rows.length === 0) return;
        for (const row of page.rows) yield fields.map((field, n) => cellOf(field, row[n]));
      }
    } finally {
      // Also when the reader hangs up half-way.
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }
}

/** PostgreSQL's whole and decimal numbers come as text, to lose nothing; all of ours are exact as numbers. */
function cellOf({ type }: Field, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (type === 'moment') return (value as Date).toISOString();
  if (type === 'whole number' || type === 'decimal number') return Number(value);
  return value as string | boolean;
}
