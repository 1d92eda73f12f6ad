import { combine, compareAt, type Affine } from '../../exact/affine.js';
import { toNumber } from '../../exact/fraction.js';
import type { Cells } from './cells.js';
import { EPSILON, SPENT, UNTOUCHED, type Purses } from './purses.js';

/** Who could not pay the full price in a round; with it the exact price follows. */
interface Paid {
  readonly cost: number;
  /** Sum of weight * share over those who paid in full. */
  readonly den: number;
  readonly poorPurse: Int32Array;
  readonly poorWeight: Float64Array;
}

/**
 * Exact prices per unit of share, in n-ths of a minor unit (n = ballots), as functions of E = n * e.
 * Computed only when doubles cannot tell two amounts apart: price_k = (cost - money of the poor) / den, and the
 * money of a purse is E less the prices it paid, so prices follow one another in whole numbers.
 */
export class ExactPrices {
  private readonly rounds: Paid[] = [];
  private readonly known: Affine[] = [];

  constructor(
    private readonly purses: Purses,
    private readonly n: number,
    private readonly E: bigint,
  ) {}

  /** Remembers a purchase from the cells gathered and divided into poor and rich. */
  record(cells: Cells, cost: number): void {
    this.rounds.push(paidBy(cells, cost));
  }

  priceOf(round: number): Affine {
    for (let k = this.known.length; k <= round; k++) this.known.push(this.solve(this.rounds[k]!));
    return this.known[round]!;
  }

  /** Price of the project gathered, given which cells are poor. */
  priceFor(cells: Cells, cost: number): Affine {
    return this.solve(paidBy(cells, cost));
  }

  moneyIn(purse: number): Affine {
    return this.sumOf([purse], [1]);
  }

  /** All the money in the gathered cells. */
  moneyBehind(cells: Cells): Affine {
    return this.sumOf(cells.purse.subarray(0, cells.count), cells.weight.subarray(0, cells.count));
  }

  costOf(cost: number): Affine {
    return { a: BigInt(cost) * BigInt(this.n), b: 0n, d: 1n };
  }

  compare(x: Affine, y: Affine): number {
    return compareAt(x, y, this.E);
  }

  /** In minor units. */
  toNumber({ a, b, d }: Affine): number {
    return toNumber(a + b * this.E, d * BigInt(this.n));
  }

  private solve({ cost, den, poorPurse, poorWeight }: Paid): Affine {
    const poor = this.sumOf(poorPurse, poorWeight);
    return combine(BigInt(cost) * BigInt(this.n), 0n, [[-1n, poor]], BigInt(den));
  }

  private sumOf(purses: ArrayLike<number>, weights: ArrayLike<number>): Affine {
    const { parent, round, share } = this.purses;
    let total = 0;
    const times = new Map<number, number>();
    for (let i = 0; i < purses.length; i++) {
      if (parent[purses[i]!] === SPENT) continue;
      const weight = weights[i]!;
      total += weight;
      for (let at = purses[i]!; at > UNTOUCHED; at = parent[at]!) {
        times.set(round[at]!, (times.get(round[at]!) ?? 0) + weight * share[at]!);
      }
    }
    const parts = [...times].map(([k, sum]) => [BigInt(-sum), this.priceOf(k)] as const);
    return combine(0n, BigInt(total), parts, 1n);
  }
}

function paidBy(cells: Cells, cost: number): Paid {
  const poorPurse: number[] = [];
  const poorWeight: number[] = [];
  let den = 0;
  for (let i = 0; i < cells.count; i++) {
    if (cells.poor[i]) {
      poorPurse.push(cells.purse[i]!);
      poorWeight.push(cells.weight[i]!);
    } else {
      den += cells.weight[i]! * cells.share[i]!;
    }
  }
  return {
    cost,
    den,
    poorPurse: Int32Array.from(poorPurse),
    poorWeight: Float64Array.from(poorWeight),
  };
}

/** Bound on the error of a double got from an exact amount. */
export function exactError(value: number): number {
  return 4 * Math.abs(value) * EPSILON;
}
