import { Readable } from 'node:stream';

import { stringify } from 'csv-stringify';

import type { Cell } from './dataset-rows.js';
import type { Dataset } from './datasets/index.js';

type Rows = AsyncIterable<readonly Cell[]>;

/**
 * RFC 4180 with a line of names, UTF-8. A text that a spreadsheet would take for a formula is led by an apostrophe;
 * numbers are written as they are.
 */
export function asCsv({ fields }: Dataset, rows: Rows): Readable {
  const csv = stringify({
    header: true,
    columns: fields.map(({ name }) => name),
    record_delimiter: 'windows',
    cast: {
      string: (value) => ({ value, escape_formulas: true }) as unknown as string,
      boolean: (value) => (value ? 'yes' : 'no'),
    },
  });
  return Readable.from(rows).pipe(csv);
}

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
