import { canonicalJson, type Json } from '@commonthread/kernel';

import { sha256Hex } from '../chance/chance.js';
import type { Lottery } from '../lottery/fair-lottery.js';
import type { Tickets } from '../lottery/tickets.js';
import type { PanelModel } from '../model/panel-model.js';
import type { Pool } from '../model/pool.js';
import type { DrawBundle, Slip } from './bundle.js';
import { leafOf, markOf, secretOf } from './slip.js';

/** The slips of everybody in the pool, by id. @throws SeedUnreadable for a key that is none */
export function slipsOf(pool: Pool, key: string): Map<string, Slip> {
  return new Map(pool.people.map(({ id, values }) => [id, { values, secret: secretOf(key, id) }]));
}

/** Everything that is published before the draw. Who is behind a mark stays with the officers and the person. */
export function makeBundle(
  pool: Pool,
  model: PanelModel,
  lottery: Lottery,
  tickets: Tickets,
  { key, method }: { readonly key: string; readonly method: string },
): DrawBundle {
  const slips = [...slipsOf(pool, key).values()];
  const typeOf = new Map(
    model.types.flatMap(({ members }, t) => members.map((person) => [person, t] as const)),
  );
  return {
    version: 'draw/v1',
    method,
    size: pool.size,
    categories: pool.categories,
    types: model.types.map(({ values, members, homes }, t) => ({
      values,
      people: members.length,
      ...(homes !== undefined && { homes }),
      seats: members.reduce((sum, person) => sum + tickets.counts[person]!, 0),
      probability: lottery.probabilities[t]!,
      selectable: lottery.possible[t]!,
    })),
    homes: model.homes.map((addresses) => addresses.length),
    cuts: lottery.cuts,
    caps: lottery.caps,
    levels: lottery.levels,
    leaves: slips.map(leafOf).toSorted(),
    tickets: tickets.panels.map((panel, i) => {
      const seats = model.types.map(() => 0);
      for (const person of panel) seats[typeOf.get(person)!]!++;
      return { seats, marks: panel.map((person) => markOf(slips[person]!.secret, i)).toSorted() };
    }),
  };
}

/** The commitment: SHA-256 of the bundle's canonical JSON. */
export function commitmentOf(bundle: DrawBundle): string {
  return sha256Hex(canonicalJson(bundle as unknown as Json));
}
