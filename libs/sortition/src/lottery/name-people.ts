import type { Chance } from '../chance/chance.js';
import type { Panel, PanelModel } from '../model/panel-model.js';

/**
 * Gives the seats of each ticket to people. Those of a type are shuffled once and take turns, so nobody has more than
 * one seat above another; of a shared address only one person sits in a ticket, the one who had fewest so far.
 *
 * @returns per ticket the places of its people in the pool, in rising order
 */
export function namePeople(model: PanelModel, tickets: readonly Panel[], chance: Chance): number[][] {
  const order = model.types.map(({ members }) => chance.shuffled(members));
  const turn = model.types.map(() => 0);
  const homes = model.homes.map((addresses) => chance.shuffled(addresses));
  const had = new Map<number, number>();
  const seatedOf = (person: number) => had.get(person) ?? 0;
  return tickets.map((panel) => {
    const named: number[] = [];
    const full = model.homes.map(() => new Set<number>());
    const shared: number[] = [];
    panel.forEach((seats, t) => {
      for (let seat = 0; seat < seats; seat++) {
        if (model.types[t]!.homes !== undefined) shared.push(t);
        else named.push(order[t]![turn[t]!++ % order[t]!.length]!);
      }
    });
    for (const t of shared) {
      const kind = model.types[t]!.homes!;
      const free = homes[kind]!.flatMap((residents, address) =>
        full[kind]!.has(address) ? [] : residents.map((person) => ({ person, address })),
      ).filter(({ person }) => model.types[t]!.members.includes(person));
      const next = free.reduce((least, one) => (seatedOf(one.person) < seatedOf(least.person) ? one : least));
      full[kind]!.add(next.address);
      had.set(next.person, seatedOf(next.person) + 1);
      named.push(next.person);
    }
    return named.sort((a, b) => a - b);
  });
}
