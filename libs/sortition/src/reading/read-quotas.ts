import type { PoolFault } from '../checks/faults.js';
import type { Category, Quota } from '../model/pool.js';
import { Columns, same } from './columns.js';

/** Names the field's programs have used for the answer of a category. */
const VALUE_COLUMNS = ['feature', 'name', 'value'];

/** Reads a table of category, feature (or name, value), min, max and perhaps min_flex, max_flex. Rows without a category are notes. */
export function readQuotas(table: readonly (readonly string[])[]): {
  categories: Category[];
  faults: PoolFault[];
} {
  const faults: PoolFault[] = [];
  const columns = new Columns(table[0] ?? []);
  const place = (names: readonly string[]) => names.flatMap((name) => columns.places(name))[0];
  const needed = { category: ['category'], feature: VALUE_COLUMNS, min: ['min'], max: ['max'] };
  for (const [column, names] of Object.entries(needed)) {
    if (place(names) === undefined) faults.push({ code: 'column-missing', params: { column } });
  }
  if (faults.length > 0) return { categories: [], faults };

  const categories = new Map<string, { name: string; quotas: Quota[] }>();
  table.slice(1).forEach((cells, index) => {
    const cell = (names: readonly string[]) => (cells[place(names) ?? -1] ?? '').trim();
    const name = cell(['category']);
    if (name === '') return;
    const value = cell(VALUE_COLUMNS);
    const row = index + 2;
    const whole = (column: string) => {
      const text = cell([column]);
      if (/^\d{1,6}$/.test(text)) return Number(text);
      faults.push({ code: 'quota-unreadable', params: { row, column, text } });
      return 0;
    };
    const flex = (column: string) => (cell([column]) === '' ? undefined : whole(column));
    const [minFlex, maxFlex] = [flex('min_flex'), flex('max_flex')];
    const quota: Quota = {
      value,
      min: whole('min'),
      max: whole('max'),
      ...(minFlex !== undefined && { minFlex }),
      ...(maxFlex !== undefined && { maxFlex }),
    };
    const category = categories.get(name.toLowerCase()) ?? { name, quotas: [] };
    categories.set(name.toLowerCase(), category);
    if (value === '') faults.push({ code: 'quota-unreadable', params: { row, column: 'feature', text: '' } });
    if (category.quotas.some((other) => same(other.value, value))) {
      faults.push({ code: 'quota-twice', params: { row, category: name, value } });
    } else category.quotas.push(quota);
  });
  if (categories.size === 0) faults.push({ code: 'quotas-missing', params: {} });
  return { categories: [...categories.values()], faults };
}
