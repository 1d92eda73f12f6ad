import type { Cells } from './cells.js';
import { exactError, type ExactPrices } from './exact-prices.js';
import { EPSILON, type Price, type Purses } from './purses.js';

/** What a project would cost its supporters now. */
export interface Quote extends Price {
  /** Money of the poor and weight x share of the others: price = (cost - paid) / den. */
  readonly paid: number;
  readonly den: number;
}

/**
 * Prices the gathered project: the smallest x with sum of min(money, share * x) = cost.
 * Divides the cells into poor (pay all they have) and others. Doubles with error bounds decide what is clear;
 * anything they cannot tell apart is settled exactly, so the division is always right.
 *
 * @returns null when the supporters cannot afford it
 */
export function evaluate(cells: Cells, purses: Purses, cost: number, exact: ExactPrices): Quote | null {
  const { money, error } = purses;
  const { purse, share, weight, poor, count } = cells;
  const rounding = (count + 8) * EPSILON;
  let behind = 0;
  let doubt = 0;
  let den = 0;
  for (let i = 0; i < count; i++) {
    behind += weight[i]! * money[purse[i]!]!;
    doubt += weight[i]! * error[purse[i]!]!;
    den += weight[i]! * share[i]!;
  }
  doubt += (behind + cost) * rounding;
  if (behind + doubt < cost) return null;
  if (behind - doubt <= cost) {
    if (exact.compare(exact.moneyBehind(cells), exact.costOf(cost)) < 0) return null;
    return settleExactly(cells, purses, cost, exact);
  }
  let paid = 0;
  let paidError = cost * rounding;
  let x = cost / den;
  for (let changed = true; changed;) {
    changed = false;
    const surely = x - (paidError / den + x * EPSILON * 4);
    for (let i = 0; i < count; i++) {
      if (poor[i]) continue;
      const at = purse[i]!;
      if (money[at]! + error[at]! < surely * share[i]! * (1 - EPSILON)) {
        poor[i] = 1;
        changed = true;
        paid += weight[i]! * money[at]!;
        paidError += weight[i]! * (error[at]! + money[at]! * rounding);
        den -= weight[i]! * share[i]!;
      }
    }
    if (den <= 0) return settleExactly(cells, purses, cost, exact);
    x = (cost - paid) / den;
  }
  const xError = paidError / den + 4 * x * EPSILON;
  for (let i = 0; i < count; i++) {
    const at = purse[i]!;
    if (!poor[i] && money[at]! - error[at]! < (x + xError) * share[i]! * (1 + EPSILON)) {
      return settleExactly(cells, purses, cost, exact);
    }
  }
  return quoteFor(cells, purses, x, xError, paid, den);
}

/** The same division in exact arithmetic; cells exactly at the price count as paying in full. */
function settleExactly(cells: Cells, purses: Purses, cost: number, exact: ExactPrices): Quote {
  const { purse, share, weight, poor, count } = cells;
  poor.fill(0, 0, count);
  for (;;) {
    const price = exact.priceFor(cells, cost);
    const x = exact.toNumber(price);
    let changed = false;
    for (let i = 0; i < count; i++) {
      if (poor[i]) continue;
      const asked = x * share[i]!;
      const gap = purses.money[purse[i]!]! - asked;
      const doubt = purses.error[purse[i]!]! + exactError(asked);
      const isPoor =
        Math.abs(gap) > doubt
          ? gap < 0
          : exact.compare(exact.moneyIn(purse[i]!), {
              ...price,
              a: price.a * BigInt(share[i]!),
              b: price.b * BigInt(share[i]!),
            }) < 0;
      if (isPoor) {
        poor[i] = 1;
        changed = true;
      }
    }
    if (!changed) {
      let paid = 0;
      let den = 0;
      for (let i = 0; i < count; i++) {
        if (poor[i]) paid += weight[i]! * purses.money[purse[i]!]!;
        else den += weight[i]! * share[i]!;
      }
      return quoteFor(cells, purses, x, exactError(x), paid, den);
    }
  }
}

function quoteFor(
  cells: Cells,
  { slopeHigh }: Purses,
  value: number,
  error: number,
  paid: number,
  den: number,
): Quote {
  const { purse, weight, poor, count } = cells;
  let rise = 0;
  for (let i = 0; i < count; i++) if (poor[i]) rise += weight[i]! * slopeHigh[purse[i]!]!;
  // With a larger share fewer are poor, and those no longer poor add to `den`: it never falls faster than now.
  const slopeLow = (-rise / den) * (1 + (count + 8) * EPSILON);
  return { value, error, slopeLow, slopeHigh: 0, paid, den };
}
