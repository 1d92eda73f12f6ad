import { ReplacementImpossible } from '../errors.js';
import type { Pool } from '../model/pool.js';

/**
 * The draw that fills the seats of people who dropped out: those who stay keep theirs, quotas are what they leave open,
 * and nobody is asked who stays, has said no, or lives with one who stays.
 *
 * @param staying ids that keep their seats
 * @param gone ids that are not asked again
 * @throws ReplacementImpossible for an id that is not in the pool, or when no seat is free
 */
export function replacementPool(
  pool: Pool,
  { staying, gone }: { readonly staying: readonly string[]; readonly gone: readonly string[] },
): Pool {
  const byId = new Map(pool.people.map((person) => [person.id, person]));
  const seated = [...new Set(staying)].map((id) => {
    const person = byId.get(id);
    if (!person) throw new ReplacementImpossible(`${id} is not in the pool`);
    return person;
  });
  const unknown = gone.find((id) => !byId.has(id));
  if (unknown !== undefined) throw new ReplacementImpossible(`${unknown} is not in the pool`);
  const size = pool.size - seated.length;
  if (size < 1) throw new ReplacementImpossible('no seat is free');

  const away = new Set([...staying, ...gone]);
  const homes = new Set(seated.flatMap(({ household }) => household ?? []));
  return {
    size,
    categories: pool.categories.map(({ name, quotas }, c) => ({
      name,
      quotas: quotas.map((quota) => {
        const taken = seated.filter(({ values }) => values[c] === quota.value).length;
        const left = (seats: number) => Math.max(0, seats - taken);
        return {
          ...quota,
          min: left(quota.min),
          max: left(quota.max),
          ...(quota.minFlex !== undefined && { minFlex: left(quota.minFlex) }),
          ...(quota.maxFlex !== undefined && { maxFlex: left(quota.maxFlex) }),
        };
      }),
    })),
    people: pool.people.filter(
      ({ id, household }) => !away.has(id) && (household === undefined || !homes.has(household)),
    ),
  };
}
