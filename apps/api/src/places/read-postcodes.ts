import type { Readable } from 'node:stream';

import { CsvError, parse } from 'csv-parse';

import { PostcodeFileFaulty, PostcodeMalformed } from './places.errors.js';
import { normalPostcode } from './postcode.js';

/** One line of an ONS postcode file. Codes are empty where ONS gives none (a closed postcode, say). */
export interface PostcodeLine {
  readonly line: number;
  readonly postcode: string;
  readonly wardCode: string;
  readonly councilCode: string;
}

/** Names ONS gave the same column over the years, newest files first. */
const COLUMNS = {
  postcode: ['pcds', 'pcd'],
  wardCode: ['osward', 'wd23cd', 'wd24cd', 'wd25cd', 'ward'],
  councilCode: ['oslaua', 'lad23cd', 'lad24cd', 'lad25cd', 'laua'],
} as const;

/**
 * Reads an ONS postcode file line by line, whatever its size. Columns are found by name; others are ignored.
 *
 * @throws PostcodeFileFaulty at the first line that cannot be read
 */
export async function* readPostcodes(file: Readable): AsyncGenerator<PostcodeLine> {
  const rows = file.pipe(parse({ bom: true, info: true, skip_empty_lines: true, max_record_size: 100_000 }));
  file.once('error', (error) => rows.destroy(error));
  let at: Record<keyof typeof COLUMNS, number> | undefined;
  let line = 0;
  try {
    for await (const { record, info } of rows as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      line = info.lines;
      if (!at) {
        at = columnsOf(record);
        continue;
      }
      yield {
        line,
        postcode: postcodeAt(line, record[at.postcode] ?? ''),
        wardCode: (record[at.wardCode] ?? '').trim(),
        councilCode: (record[at.councilCode] ?? '').trim(),
      };
    }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    throw new PostcodeFileFaulty(Number(fault['lines'] ?? line + 1), csvReason(fault));
  } finally {
    file.resume(); // what is left of a refused upload is read and dropped, so that the answer gets through
  }
  if (!at) throw new PostcodeFileFaulty(1, 'the file is empty');
}

function columnsOf(header: readonly string[]): Record<keyof typeof COLUMNS, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  const find = (wanted: readonly string[]): number => {
    const column = wanted.map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (column === undefined) {
      throw new PostcodeFileFaulty(1, `there is no column named ${wanted.slice(0, 2).join(' or ')}`);
    }
    return column;
  };
  return {
    postcode: find(COLUMNS.postcode),
    wardCode: find(COLUMNS.wardCode),
    councilCode: find(COLUMNS.councilCode),
  };
}

function postcodeAt(line: number, written: string): string {
  try {
    return normalPostcode(written);
  } catch (fault) {
    if (!(fault instanceof PostcodeMalformed)) throw fault;
    throw new PostcodeFileFaulty(line, `${JSON.stringify(written.slice(0, 20))} is not a UK postcode`);
  }
}

function csvReason(fault: CsvError): string {
  switch (fault.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return 'it has more or fewer cells than the header line';
    case 'CSV_MAX_RECORD_SIZE':
      return 'it is longer than 100,000 characters';
    default:
      return 'a quotation mark is out of place';
  }
}
