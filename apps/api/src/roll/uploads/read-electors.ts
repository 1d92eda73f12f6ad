import type { Readable } from 'node:stream';

import type { Encoding } from '@commonthread/kernel/text-files';

import { normalPostcode } from '../../places/index.js';
import { TableFaulty, tableRows } from '../../platform/tables/index.js';
import type { Connection } from '../matching/connection.js';
import { comparableHomes } from '../matching/home.js';
import type { PersonDetails } from '../matching/match-keys.js';
import { comparableName } from '../matching/person-name.js';
import { RollFileFaulty, type RollFileFault } from '../roll.errors.js';

/** One line of a list of voters. */
export interface ElectorLine extends PersonDetails {
  /** Counted from 1, the header line. */
  readonly line: number;
  readonly connection: Connection;
  /** Last day on which the connection holds, YYYY-MM-DD. */
  readonly until: string | null;
  /** Code or name of the place the council's own records put the home in. */
  readonly ward: string | null;
}

const NEEDED = ['full_name', 'date_of_birth', 'postcode', 'house'] as const;
const OPTIONAL = ['uprn', 'email', 'connection', 'until', 'ward'] as const;
type Column = (typeof NEEDED)[number] | (typeof OPTIONAL)[number];

const MOST_LINES = 250_000;
const MOST_FAULTS = 50;
const LONGEST = 10_000;

/**
 * Reads a list of voters, all of it before anything is stored. Columns are found by name; a column that is not
 * known is refused, so that nobody uploads more about people than is asked for.
 *
 * @param confirmed the encoding, when a person was asked about it
 * @throws RollFileFaulty naming the first fifty faults with line, column and reason | EncodingUnsure
 */
export async function readElectors(file: Readable, confirmed?: Encoding): Promise<ElectorLine[]> {
  const electors: ElectorLine[] = [];
  const faults: RollFileFault[] = [];
  let columns: Map<Column, number> | undefined;
  try {
    for await (const { cells, line } of tableRows(file, { confirmed, longest: LONGEST })) {
      if (!columns) {
        columns = columnsOf(cells);
        continue;
      }
      if (electors.length >= MOST_LINES)
        throw faulty(line, null, 'too-long', `more than ${MOST_LINES} people`);
      const read = readLine(line, cells, columns, faults);
      if (read) electors.push(read);
      if (faults.length >= MOST_FAULTS) break;
    }
  } catch (fault) {
    throw fault instanceof TableFaulty ? faulty(fault.line, null, fault.code, fault.reason) : fault;
  }
  if (!columns) throw faulty(1, null, 'empty', 'the file is empty');
  if (faults.length > 0) throw new RollFileFaulty(faults);
  return electors;
}

function columnsOf(header: readonly string[]): Map<Column, number> {
  const names = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const known: readonly string[] = [...NEEDED, ...OPTIONAL];
  const faults: RollFileFault[] = NEEDED.filter((name) => !names.includes(name)).map((name) => ({
    line: 1,
    field: name,
    code: 'column-missing',
    reason: `there is no column named ${name}`,
  }));
  names.forEach((name, n) => {
    if (!known.includes(name)) {
      faults.push({
        line: 1,
        field: name.slice(0, 40),
        code: 'column-unknown',
        reason: 'this column is not used: leave it out',
      });
    } else if (names.indexOf(name) !== n) {
      faults.push({
        line: 1,
        field: name,
        code: 'column-twice',
        reason: `there are two columns named ${name}`,
      });
    }
  });
  if (faults.length > 0) throw new RollFileFaulty(faults);
  return new Map(names.map((name, n) => [name as Column, n]));
}

/** A cell's value, or the code and reason of what is wrong with it. */
type Cell<Value> = { readonly value: Value } | { readonly code: string; readonly reason: string };

function readLine(
  line: number,
  record: readonly string[],
  columns: ReadonlyMap<Column, number>,
  faults: RollFileFault[],
): ElectorLine | undefined {
  const before = faults.length;
  const cell = <Value>(field: Column, read: (text: string) => Cell<Value>): Value => {
    const found = read((record[columns.get(field) ?? -1] ?? '').trim());
    if ('value' in found) return found.value;
    faults.push({ line, field, ...found });
    return undefined as Value;
  };
  const fullName = cell('full_name', nameOf);
  const dateOfBirth = cell('date_of_birth', dayOf);
  const postcode = cell('postcode', postcodeOf);
  const house = cell('house', houseOf);
  const uprn = cell('uprn', uprnOf);
  const email = cell('email', emailOf);
  const connection = cell('connection', connectionOf);
  const until = cell<string | null>('until', (text) => (text === '' ? { value: null } : dayOf(text)));
  const ward = cell('ward', (text) => ({ value: text === '' ? null : text }));
  if (faults.length > before) return undefined;
  return { line, fullName, dateOfBirth, home: { postcode, house, uprn }, email, connection, until, ward };
}

function nameOf(text: string): Cell<string> {
  const fit = text.length <= 200 && comparableName(text) !== undefined;
  return fit
    ? { value: text }
    : { code: 'name-unfit', reason: 'there is no full name of up to 200 characters' };
}

/** YYYY-MM-DD or DD/MM/YYYY. */
function dayOf(text: string): Cell<string> {
  const british = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  const day = british ? `${british[3]}-${british[2]}-${british[1]}` : text;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  const real =
    at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) && day > '1890';
  return real
    ? { value: day }
    : { code: 'day-unfit', reason: 'it is not a day like 1980-02-29 or 29/02/1980' };
}

function postcodeOf(text: string): Cell<string> {
  try {
    return { value: normalPostcode(text) };
  } catch {
    return {
      code: 'postcode-malformed',
      reason: `${JSON.stringify(text.slice(0, 20))} is not a UK postcode`,
    };
  }
}

function houseOf(text: string): Cell<string> {
  const fit = text.length <= 200 && comparableHomes({ postcode: '', house: text, uprn: null }).length > 0;
  return fit ? { value: text } : { code: 'house-unfit', reason: 'there is no house number or name' };
}

function uprnOf(text: string): Cell<string | null> {
  if (text === '') return { value: null };
  return /^0*[1-9]\d{0,11}$/.test(text)
    ? { value: text }
    : { code: 'uprn-unfit', reason: 'a UPRN has 1 to 12 digits' };
}

function emailOf(text: string): Cell<string | null> {
  if (text === '') return { value: null };
  const fit = text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
  return fit ? { value: text } : { code: 'email-unfit', reason: 'it is not an e-mail address' };
}

function connectionOf(text: string): Cell<Connection> {
  const word = text.toLowerCase() || 'live';
  return word === 'live' || word === 'work' || word === 'study'
    ? { value: word }
    : { code: 'connection-unknown', reason: 'the connection is live, work or study' };
}

function faulty(line: number, field: string | null, code: string, reason: string): RollFileFaulty {
  return new RollFileFaulty([{ line, field, code, reason }]);
}
