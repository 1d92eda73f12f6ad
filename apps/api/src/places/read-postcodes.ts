import type { Readable } from 'node:stream';

import type { Encoding } from '@commonthread/kernel/text-files';

import { TableFaulty, tableRows } from '../platform/tables/index.js';
import { onsColumns, type OnsColumns } from './ons-columns.js';
import { PostcodeFileFaulty, PostcodeMalformed } from './places.errors.js';
import { normalPostcode } from './postcode.js';

/** One line of an ONS postcode file. Codes are empty where ONS gives none (a closed postcode, say). */
export interface PostcodeLine {
  readonly line: number;
  readonly postcode: string;
  readonly wardCode: string;
  readonly councilCode: string;
}

const LONGEST = 100_000;

/**
 * Reads an ONS postcode file line by line, whatever its size. Columns are found by name; others are ignored.
 *
 * @param noted is told what a person should know of how the headings were read
 * @throws PostcodeFileFaulty at the first line that cannot be read | EncodingUnsure
 */
export async function* readPostcodes(
  file: Readable,
  confirmed: Encoding | undefined,
  noted: (notes: readonly string[]) => void,
): AsyncGenerator<PostcodeLine> {
  let at: OnsColumns | undefined;
  try {
    for await (const { cells, line } of tableRows(file, { confirmed, longest: LONGEST })) {
      if (!at) {
        at = onsColumns(cells, (name) => new PostcodeFileFaulty(1, `there is no column named ${name}`));
        noted(at.notes);
        continue;
      }
      yield {
        line,
        postcode: postcodeAt(line, cells[at.postcode] ?? ''),
        wardCode: (cells[at.wardCode] ?? '').trim(),
        councilCode: (cells[at.councilCode] ?? '').trim(),
      };
    }
  } catch (fault) {
    throw fault instanceof TableFaulty ? new PostcodeFileFaulty(fault.line, fault.reason) : fault;
  }
  if (!at) throw new PostcodeFileFaulty(1, 'the file is empty');
}

function postcodeAt(line: number, written: string): string {
  try {
    return normalPostcode(written);
  } catch (fault) {
    if (!(fault instanceof PostcodeMalformed)) throw fault;
    throw new PostcodeFileFaulty(line, `${JSON.stringify(written.slice(0, 20))} is not a UK postcode`);
  }
}
