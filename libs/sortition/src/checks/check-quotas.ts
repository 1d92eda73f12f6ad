import type { Pool } from '../model/pool.js';
import type { PoolFault } from './faults.js';

/**
 * Everything about quotas that counting alone shows to be impossible, all at once. A pool without such a fault may
 * still have no panel, when quotas of several categories contradict each other.
 */
export function checkQuotas({ size, categories, people }: Pool): PoolFault[] {
  const faults: PoolFault[] = [];
  const add = (code: PoolFault['code'], params: PoolFault['params']) => faults.push({ code, params });
  if (!Number.isInteger(size) || size < 1) add('size-unreadable', { size });
  else if (size > people.length) add('size-above-people', { size, people: people.length });
  categories.forEach(({ name: category, quotas }, c) => {
    for (const { value, min, max } of quotas) {
      const present = countSeats(people.filter(({ values }) => values[c] === value));
      if (min > max) add('min-above-max', { category, value, min, max });
      if (min > present) add('min-above-people', { category, value, min, people: present });
    }
    const mins = quotas.reduce((sum, { min }) => sum + min, 0);
    const maxes = quotas.reduce((sum, { max }) => sum + max, 0);
    if (mins > size) add('mins-above-size', { category, sum: mins, size });
    if (maxes < size) add('maxes-below-size', { category, sum: maxes, size });
  });
  return faults;
}

/** People as a panel can hold them: one of a household. */
function countSeats(people: Pool['people']): number {
  const households = new Set(people.flatMap(({ household }) => household ?? []));
  return people.filter(({ household }) => household === undefined).length + households.size;
}
