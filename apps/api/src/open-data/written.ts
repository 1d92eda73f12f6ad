import { Readable } from 'node:stream';

import { csvOf, type CsvOptions } from '../platform/tables/index.js';
import type { Cell } from './dataset-rows.js';
import type { Dataset } from './datasets/index.js';

type Rows = AsyncIterable<readonly Cell[]>;

export const asCsv = ({ fields }: Dataset, rows: Rows, options: CsvOptions): Readable =>
  csvOf(
    fields.map(({ name }) => name),
    rows,
    options,
  );

/** One object whose `rows` name their fields; each row stands on a line of its own. */
export function asJson({ name, title, fields }: Dataset, rows: Rows): Readable {
  async function* text(): AsyncGenerator<string> {
    yield `${JSON.stringify({ dataset: name, title, fields }).slice(0, -1)},"rows":[`;
    let between = '\n';
    for await (const row of rows) {
      yield between + JSON.stringify(Object.fromEntries(fields.map(({ name: key }, n) => [key, row[n]])));
      between = ',\n';
    }
    yield '\n]}\n';
  }
  return Readable.from(text());
}
