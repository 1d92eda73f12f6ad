import type { Tally } from '../../counting/tally.js';
import type { TieOrder } from '../../counting/tie-order.js';
import { utilityScale } from '../../counting/utility.js';
import { fraction, toNumber } from '../../exact/fraction.js';
import type { Fraction, KeyName } from '../../model/outcome.js';
import type { Utility } from '../../model/rule-spec.js';

/** What projects are ordered by: a whole number, or one per cost. */
export interface GreedyKeys {
  readonly name: KeyName;
  /** > 0 when a goes before b, 0 when exactly level. */
  readonly compare: (a: number, b: number) => number;
  readonly exact: (p: number) => Fraction;
  readonly value: (p: number) => number;
}

/**
 * Keys of the greedy rule: total utility per money. For cost utilities the cost cancels out, so the key
 * is votes or points. A project that costs nothing goes before all others.
 */
export function greedyKeys(tally: Tally, utility: Utility): GreedyKeys {
  const { total, timesCost, keyName } = utilityScale(tally, utility);
  const num = total.map(BigInt);
  const den = tally.costs.map((cost) => (timesCost || cost === 0 ? 1n : BigInt(cost)));
  const free = tally.costs.map((cost) => !timesCost && cost === 0);
  return {
    name: keyName,
    compare: (a, b) => {
      if (free[a] !== free[b]) return free[a] ? 1 : -1;
      const difference = num[a]! * den[b]! - num[b]! * den[a]!;
      return difference > 0n ? 1 : difference < 0n ? -1 : 0;
    },
    exact: (p) => fraction(num[p]!, den[p]!),
    value: (p) => toNumber(num[p]!, den[p]!),
  };
}

/** The given projects, best first. */
export function greedyOrder(projects: readonly number[], keys: GreedyKeys, ties: TieOrder): number[] {
  return [...projects].sort((a, b) => keys.compare(b, a) || ties.rank[a]! - ties.rank[b]!);
}
