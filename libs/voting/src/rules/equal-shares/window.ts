import { compareSlopes, scaled, type Affine } from '../../exact/affine.js';
import type { Cells } from './cells.js';
import { exactError, type ExactPrices } from './exact-prices.js';
import { SPENT, type Price, type Purses } from './purses.js';

/**
 * How far the share e may rise with every decision of a run staying as it is.
 *
 * While the decisions stay, all amounts compared are linear in e. Each comparison met therefore limits e by
 * one division; the smallest limit holds for the whole run. Limits are rounded down by the error bounds, so
 * a limit may be too small but never too large.
 */
export class Window {
  /** Rise of e in minor units; Infinity when nothing limits it. */
  limit = Infinity;

  close(): void {
    this.limit = 0;
  }

  /** The amount is positive now and must stay so. */
  keepPositive(amount: number, error: number, slope: number, slopeError: number): void {
    const sure = amount - error;
    if (sure <= 0) return this.close();
    const worst = slope - slopeError;
    if (worst < 0) this.limit = Math.min(this.limit, (sure / -worst) * (1 - 1e-12));
  }

  /** A project passed over at the price `asked` must stay dearer than `bought`, both per unit of utility. */
  keepDearer(asked: Price, askedPer: number, bought: Price, boughtPer: number): void {
    const ratio = askedPer / boughtPer;
    const size = Math.abs(asked.value) + Math.abs(bought.value * ratio);
    const slopeSize = Math.abs(asked.slope) + Math.abs(bought.slope * ratio);
    this.keepPositive(
      asked.value - bought.value * ratio,
      asked.error + bought.error * ratio + exactError(size),
      asked.slope - bought.slope * ratio,
      asked.slopeError + bought.slopeError * ratio + exactError(slopeSize),
    );
  }

  /** A project nobody can afford must stay out of reach. */
  keepOutOfReach(cells: Cells, purses: Purses, cost: number): void {
    let [behind, error, slope, slopeError, slopeSize] = [0, 0, 0, 0, 0];
    for (let i = 0; i < cells.count; i++) {
      const at = cells.purse[i]!;
      const weight = cells.weight[i]!;
      behind += weight * purses.money[at]!;
      error += weight * purses.error[at]!;
      slope += weight * purses.slope[at]!;
      slopeError += weight * purses.slopeError[at]!;
      slopeSize += weight * Math.abs(purses.slope[at]!);
    }
    const terms = cells.count + 8;
    this.keepPositive(
      cost - behind,
      error + terms * exactError(cost + behind),
      -slope,
      slopeError + terms * exactError(slopeSize),
    );
  }

  /** The supporters of the gathered project must stay divided into poor and rich as they are. */
  keepDivision(cells: Cells, purses: Purses, price: Price, exact: ExactPrices, cost: number): void {
    let exactPrice: Affine | null = null;
    for (let i = 0; i < cells.count; i++) {
      const at = cells.purse[i]!;
      if (at === SPENT) continue;
      const share = cells.share[i]!;
      const sign = cells.poor[i] ? -1 : 1;
      const asked = share * price.value;
      const gap = sign * (purses.money[at]! - asked);
      const error = purses.error[at]! + share * price.error + exactError(asked + purses.money[at]!);
      const slope = sign * (purses.slope[at]! - share * price.slope);
      if (gap > error) {
        const slopeError =
          purses.slopeError[at]! +
          share * price.slopeError +
          exactError(Math.abs(purses.slope[at]!) + share * Math.abs(price.slope));
        this.keepPositive(gap, error, slope, slopeError);
        continue;
      }
      // Exactly level, or too close to tell: fine only if the gap cannot shrink.
      exactPrice ??= exact.priceFor(cells, cost);
      const change = compareSlopes(exact.moneyIn(at), scaled(exactPrice, BigInt(share)));
      if (sign * change < 0) return this.close();
    }
  }
}
