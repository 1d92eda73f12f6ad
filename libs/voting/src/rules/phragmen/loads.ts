import type { Tally } from '../../counting/tally.js';
import { combine, compareAt, type Affine } from '../../exact/affine.js';
import { toNumber } from '../../exact/fraction.js';

const EPSILON = 2 ** -52;

/** A load as a double with a bound on its error. */
export interface Load {
  readonly value: number;
  readonly error: number;
}

/**
 * Each voter's load: that of the last round in which a project they support was bought. Voters of one ballot
 * group share it; doubles with error bounds for most comparisons, exact fractions on demand.
 */
export class Loads {
  /** By ballot group: 0 = nothing yet, k = the load of round k - 1. */
  private readonly level: Int32Array;
  private readonly levels: Load[] = [{ value: 0, error: 0 }];
  private readonly exactLevels: Affine[] = [{ a: 0n, b: 0n, d: 1n }];
  private readonly groupsOf: readonly Int32Array[];

  constructor(private readonly tally: Tally) {
    this.level = new Int32Array(tally.weight.length);
    const groups = tally.ids.map((): number[] => []);
    for (let g = 0; g < tally.weight.length; g++) {
      for (let k = tally.start[g]!; k < tally.start[g + 1]!; k++) groups[tally.project[k]!]!.push(g);
    }
    this.groupsOf = groups.map((list) => Int32Array.from(list));
  }

  /** The load its supporters would share if p were bought now: (cost + their loads) / votes. */
  ifBought(p: number): Load {
    const cost = this.tally.costs[p]!;
    const votes = this.tally.votes[p]!;
    let sum = cost;
    let error = 0;
    const groups = this.groupsOf[p]!;
    for (const g of groups) {
      const load = this.levels[this.level[g]!]!;
      sum += this.tally.weight[g]! * load.value;
      error += this.tally.weight[g]! * load.error;
    }
    error += sum * (groups.length + 8) * EPSILON;
    return { value: sum / votes, error: error / votes };
  }

  /** The same without rounding. */
  exactIfBought(p: number): Affine {
    const weightAt = new Map<number, number>();
    for (const g of this.groupsOf[p]!) {
      const level = this.level[g]!;
      if (level > 0) weightAt.set(level, (weightAt.get(level) ?? 0) + this.tally.weight[g]!);
    }
    const parts = [...weightAt].map(([level, weight]) => [BigInt(weight), this.exactLevels[level]!] as const);
    return combine(BigInt(this.tally.costs[p]!), 0n, parts, BigInt(this.tally.votes[p]!));
  }

  /** Buys p: its supporters now all bear its load. */
  buy(p: number): Affine {
    const exact = this.exactIfBought(p);
    const value = toNumber(exact.a, exact.d);
    this.exactLevels.push(exact);
    this.levels.push({ value, error: 4 * value * EPSILON });
    for (const g of this.groupsOf[p]!) this.level[g] = this.levels.length - 1;
    return exact;
  }
}

/** Sign of x - y. */
export function compareLoads(x: Affine, y: Affine): number {
  return compareAt(x, y, 0n);
}
