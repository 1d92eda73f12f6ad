import type { PoolFault } from '../checks/faults.js';
import type { Category, Person, Pool } from '../model/pool.js';
import { readQuotas } from './read-quotas.js';
import { Columns, same } from './columns.js';

export interface PoolTables {
  /** First row: names of columns. */
  readonly people: readonly (readonly string[])[];
  readonly quotas: readonly (readonly string[])[];
  readonly size: number;
  /** Absent: a column named id or unique_id; where there is none, people are numbered. */
  readonly idColumn?: string;
  /** Columns that together say where somebody lives; absent: households do not count. */
  readonly householdColumns?: readonly string[];
}

/** A pool as read, with everything that is wrong in the tables. */
export interface ReadPool {
  readonly pool: Pool;
  readonly faults: readonly PoolFault[];
}

const ID_COLUMNS = ['id', 'unique_id', 'nationbuilder_id'];

/** Reads both tables and names every fault, never only the first. Rows without an id or without any content are skipped. */
export function readPool({ people, quotas, size, idColumn, householdColumns = [] }: PoolTables): ReadPool {
  const { categories, faults: quotaFaults } = readQuotas(quotas);
  const faults = [...quotaFaults];
  const columns = new Columns(people[0] ?? []);
  const need = (column: string) => {
    const [place, ...more] = columns.places(column);
    if (place === undefined) faults.push({ code: 'column-missing', params: { column } });
    if (more.length > 0) faults.push({ code: 'column-twice', params: { column } });
    return place;
  };
  const answerPlaces = categories.map(({ name }) => need(name));
  const housePlaces = householdColumns.map((column) => need(column));
  const idPlace =
    idColumn === undefined ? ID_COLUMNS.flatMap((column) => columns.places(column))[0] : need(idColumn);
  if (faults.some(({ code }) => code === 'column-missing')) {
    return { pool: { size, categories, people: [] }, faults };
  }
  const seen = new Map<string, number>();
  const read: Person[] = [];
  people.slice(1).forEach((cells, index) => {
    const row = index + 2;
    const cell = (place: number | undefined) => (place === undefined ? '' : (cells[place] ?? '').trim());
    if (cells.every((content) => content.trim() === '')) return;
    const id = idPlace === undefined ? String(read.length + 1) : cell(idPlace);
    if (id === '') return;
    const first = seen.get(id);
    if (first !== undefined) faults.push({ code: 'id-twice', params: { id, row, first } });
    else seen.set(id, row);
    const values = categories.map((category, c) =>
      answer(category, cell(answerPlaces[c]), { row, id }, faults),
    );
    const household = housePlaces.map((place) => cell(place).toLowerCase()).join('\n');
    read.push({ id, values, ...(household.trim() !== '' && { household }) });
  });
  if (read.length === 0) faults.push({ code: 'nobody', params: {} });
  return { pool: { size, categories, people: read }, faults };
}

/** The quota's own spelling of an answer; capitals and outer blanks do not matter. */
function answer(
  { name: category, quotas }: Category,
  value: string,
  where: { row: number; id: string },
  faults: PoolFault[],
): string {
  if (value === '') faults.push({ code: 'answer-missing', params: { ...where, category } });
  const quota = quotas.find((one) => same(one.value, value));
  if (value !== '' && !quota) {
    faults.push({ code: 'answer-without-quota', params: { ...where, category, value } });
  }
  return quota?.value ?? value;
}
