import type { PanelModel, PersonType, Row } from './panel-model.js';
import type { Person, Pool } from './pool.js';

/**
 * Groups people whom nothing tells apart and writes the quotas as rows over the groups.
 *
 * Somebody who shares an address is of a type with those whose housemates have the same answers: such addresses
 * are interchangeable, so one row per kind of address says that each gives one person at most.
 */
export function toPanelModel(pool: Pool): PanelModel {
  const houses = sharedHouses(pool.people);
  const homes: number[][][] = [];
  const kinds = new Map<string, number>();
  const kindOf = new Map<number, number>();
  for (const residents of houses) {
    const signature = JSON.stringify(residents.map((person) => answers(pool.people[person]!)).sort());
    const kind = kinds.get(signature) ?? kinds.size;
    kinds.set(signature, kind);
    (homes[kind] ??= []).push(residents);
    for (const person of residents) kindOf.set(person, kind);
  }
  const groups = new Map<string, number[]>();
  pool.people.forEach((person, index) => {
    const key = `${kindOf.get(index) ?? ''} ${answers(person)}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  const types = [...groups.values()].map((members): PersonType => {
    const kind = kindOf.get(members[0]!);
    const { values } = pool.people[members[0]!]!;
    return kind === undefined
      ? { values, members, most: members.length }
      : { values, members, most: Math.min(members.length, homes[kind]!.length), homes: kind };
  });
  return { size: pool.size, types, rows: rowsOf(pool, types, homes), homes };
}

function rowsOf(pool: Pool, types: readonly PersonType[], homes: readonly (readonly unknown[])[]): Row[] {
  const all = types.map((_, t) => t);
  const ones = (at: readonly number[]) => at.map(() => 1);
  return [
    { name: { kind: 'size' }, at: all, by: ones(all), least: pool.size, most: pool.size },
    ...pool.categories.flatMap(({ name: category, quotas }, c) =>
      quotas.map(({ value, min, max }): Row => {
        const at = all.filter((t) => types[t]!.values[c] === value);
        return { name: { kind: 'quota', category, value }, at, by: ones(at), least: min, most: max };
      }),
    ),
    ...homes.map((addresses, kind): Row => {
      const at = all.filter((t) => types[t]!.homes === kind);
      return { name: { kind: 'household' }, at, by: ones(at), least: 0, most: addresses.length };
    }),
  ];
}

/** Only addresses with two people or more bind anything. */
function sharedHouses(people: readonly Person[]): number[][] {
  const houses = new Map<string, number[]>();
  people.forEach(({ household }, index) => {
    if (household === undefined) return;
    const residents = houses.get(household);
    if (residents) residents.push(index);
    else houses.set(household, [index]);
  });
  return [...houses.values()].filter((residents) => residents.length > 1);
}

const answers = (person: Person): string => JSON.stringify(person.values);
