import { WelfareTooHard } from '../../model/errors.js';

/** One item of the knapsack; whole numbers, `worth` > 0, `cost` >= 0. */
export interface Item {
  readonly worth: number;
  readonly cost: number;
  /** Positions of items that exclude it. */
  readonly rivals: readonly number[];
}

/** Sums up to here leave room for the rounding of one fraction. */
export const LARGEST_TOTAL = 2 ** 50;

/** How many branches a whole count may look at; real elections need thousands. */
export interface Patience {
  left: number;
}

/**
 * Depth-first branch and bound over items in order of worth per cost, densest first.
 *
 * @param forced items that must be in; the caller checks that they fit and do not exclude one another
 * @param barred items that must stay out
 * @param patience used up by one per branch looked at
 * @param goal stop at the first set worth at least this; without it the best set is searched
 * @returns positions chosen and their worth, or null when no set reaches `goal`
 * @throws WelfareTooHard when patience runs out
 */
export function bestSet(
  items: readonly Item[],
  budget: number,
  forced: ReadonlySet<number>,
  barred: ReadonlySet<number>,
  patience: Patience,
  goal?: number,
): { readonly chosen: number[]; readonly worth: number } | null {
  const blocked = new Int32Array(items.length);
  for (const f of forced) for (const rival of items[f]!.rivals) blocked[rival]!++;
  for (const out of barred) blocked[out]!++;
  const free = items.map((_, i) => i).filter((i) => !forced.has(i) && blocked[i] === 0);
  const taken: number[] = [...forced];
  let best: { chosen: number[]; worth: number } | null = null;
  let target = goal ?? 0;
  const sumOf = (pick: (item: Item) => number) => taken.reduce((sum, i) => sum + pick(items[i]!), 0);

  /** Worth at most reachable from position `at`: items in order, the first misfit in part. */
  const bound = (at: number, worth: number, left: number): number => {
    let rest = left;
    let sum = worth;
    for (let k = at; k < free.length; k++) {
      const i = free[k]!;
      const { worth: gain, cost } = items[i]!;
      if (blocked[i]! > 0 || cost > left) continue;
      if (cost > rest) return Math.floor(sum + (gain * rest) / cost + 0.25);
      rest -= cost;
      sum += gain;
    }
    return sum;
  };

  /** @returns whether the search is over */
  const search = (at: number, worth: number, left: number): boolean => {
    if (patience.left-- <= 0) throw new WelfareTooHard();
    if (worth >= target) {
      best = { chosen: [...taken], worth };
      if (goal !== undefined) return true;
      target = worth + 1;
    }
    let next = at;
    while (next < free.length && (blocked[free[next]!]! > 0 || items[free[next]!]!.cost > left)) next++;
    if (next === free.length || bound(next, worth, left) < target) return false;
    const i = free[next]!;
    const { worth: gain, cost, rivals } = items[i]!;
    taken.push(i);
    for (const rival of rivals) blocked[rival]!++;
    const over = search(next + 1, worth + gain, left - cost);
    taken.pop();
    for (const rival of rivals) blocked[rival]!--;
    return over || search(next + 1, worth, left);
  };

  search(
    0,
    sumOf(({ worth }) => worth),
    budget - sumOf(({ cost }) => cost),
  );
  return best;
}
