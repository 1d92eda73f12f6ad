import { Readable } from 'node:stream';

import { stringify } from 'csv-stringify';

export type CsvCell = string | number | boolean | null;

export interface CsvOptions {
  /** Whether the mark of UTF-8 leads, without which spreadsheets garble names. */
  readonly bom: boolean;
}

/**
 * RFC 4180 with a line of names, UTF-8: every file of rows that leaves here is written by this. A text of several lines
 * stands in quotes, whatever ends its lines; one that a spreadsheet would take for a formula is led by an apostrophe.
 * Numbers are written as they are, truth as yes and no.
 */
export function csvOf(
  columns: readonly string[],
  rows: AsyncIterable<readonly CsvCell[]> | Iterable<readonly CsvCell[]>,
  { bom }: CsvOptions,
): Readable {
  const csv = stringify({
    bom,
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    // The delimiter of records is two characters; either alone ends a line for some readers.
    quoted_match: /[\r\n\u2028\u2029]/,
    cast: {
      string: (value) => ({ value, escape_formulas: true }) as unknown as string,
      boolean: (value) => (value ? 'yes' : 'no'),
    },
  });
  return Readable.from(rows).pipe(csv);
}

/** How the address of a file asks for it: `?bom=false` leaves the mark out. */
export const csvOptions = (bom: string | undefined): CsvOptions => ({ bom: bom !== 'false' });
export const BOM_QUERY = {
  name: 'bom',
  required: false,
  enum: ['true', 'false'],
  description: 'false leaves out the mark of UTF-8 that leads a file for spreadsheets.',
};
