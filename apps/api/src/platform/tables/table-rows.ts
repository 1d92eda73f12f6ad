import { Readable, Transform } from 'node:stream';

import {
  delimiterOf,
  type Delimiter,
  type Encoding,
  TextDoubt,
  TextFault,
  TextReader,
} from '@commonthread/kernel/text-files';
import { CsvError, parse } from 'csv-parse';

import { EncodingUnsure } from './encoding.js';

export interface TableRow {
  /** Counted from 1, the line of headings; of a row over several lines its last. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table that cannot be read any further. */
export class TableFaulty extends Error {
  constructor(
    readonly line: number,
    readonly code: string,
    readonly reason: string,
  ) {
    super(`Line ${line}: ${reason}`);
  }
}

/**
 * The rows of an uploaded table, headings first, as spreadsheets save them: commas, semicolons or tabs, with or
 * without a byte order mark, in one of the encodings known. The one way in for every table.
 *
 * @param confirmed the encoding, when a person was asked about it
 * @param longest characters of a row
 * @throws TableFaulty | EncodingUnsure; what is left of the upload is dropped, so that the answer gets through
 */
export async function* tableRows(
  file: Readable,
  { confirmed, longest }: { confirmed?: Encoding | undefined; longest: number },
): AsyncGenerator<TableRow> {
  const text = file.pipe(decoding(confirmed));
  file.once('error', (error) => text.destroy(error));
  let line = 0;
  try {
    const pieces = text[Symbol.asyncIterator]() as AsyncIterator<string>;
    const { start, delimiter, skipped } = await beginning(pieces, longest);
    const source = Readable.from(joined(start, pieces));
    const rows = source.pipe(
      parse({ delimiter, info: true, skip_empty_lines: true, max_record_size: longest }),
    );
    source.once('error', (error) => rows.destroy(error));
    for await (const { record, info } of rows as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      line = info.lines + skipped;
      yield { line, cells: record };
    }
  } catch (fault) {
    throw explained(fault, line, longest);
  } finally {
    text.destroy();
    file.resume();
  }
}

function decoding(confirmed: Encoding | undefined): Transform {
  const reader = new TextReader(confirmed);
  return new Transform({
    encoding: 'utf8',
    transform: (piece: Buffer, _, done) => attempt(done, () => reader.push(piece)),
    flush: (done) => attempt(done, () => reader.end()),
  });
}

function attempt(done: (error: Error | null, text?: string) => void, read: () => string): void {
  let text: string;
  try {
    text = read();
  } catch (fault) {
    return done(fault as Error);
  }
  done(null, text);
}

/** Excel may write a line `sep=;` before the headings. */
const SEPARATOR_LINE = /^sep=([,;\t])\r?\n/i;

async function beginning(
  pieces: AsyncIterator<string>,
  longest: number,
): Promise<{ start: string; delimiter: Delimiter; skipped: number }> {
  let start = '';
  while (!/\n[^]*\n/.test(start) && start.length < longest) {
    const next = await pieces.next();
    if (next.done) break;
    start += next.value;
  }
  const said = SEPARATOR_LINE.exec(start);
  if (said) return { start: start.slice(said[0].length), delimiter: said[1] as Delimiter, skipped: 1 };
  return { start, delimiter: delimiterOf(start.split('\n', 1)[0] ?? ''), skipped: 0 };
}

async function* joined(start: string, pieces: AsyncIterator<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
}

function explained(fault: unknown, line: number, longest: number): unknown {
  if (fault instanceof TextDoubt) return new EncodingUnsure(fault);
  if (fault instanceof TextFault) {
    return new TableFaulty(fault.line, fault.code, `byte ${fault.byte}: ${fault.reason}`);
  }
  if (!(fault instanceof CsvError)) return fault;
  return new TableFaulty(Number(fault['lines'] ?? line + 1), 'unreadable', csvReason(fault, longest));
}

function csvReason(fault: CsvError, longest: number): string {
  switch (fault.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return 'it has more or fewer cells than the header line';
    case 'CSV_MAX_RECORD_SIZE':
      return `it is longer than ${longest.toLocaleString('en-GB')} characters`;
    default:
      return 'a quotation mark is out of place';
  }
}
