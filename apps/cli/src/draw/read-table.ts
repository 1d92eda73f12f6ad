import { parse } from 'csv-parse/sync';

import { delimiterOf } from '@commonthread/kernel/text-files';

import type { Terminal } from '../command.js';
import { InputError, readText } from '../read-election-file.js';

/** The rows of a CSV file, header first. @throws InputError */
export function readTable(terminal: Terminal, path: string): string[][] {
  const text = readText(terminal, path);
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true });
  } catch (cause) {
    throw new InputError(`${path} is no table: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
