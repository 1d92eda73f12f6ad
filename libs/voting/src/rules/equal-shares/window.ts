import type { Cells } from './cells.js';
import { exactError } from './exact-prices.js';
import { EPSILON, type Price, type Purses } from './purses.js';

/**
 * How far the share e may rise with every purchase of a run staying as it is.
 *
 * While the purchases stay, more money makes nobody poorer: what voters have left never falls and prices never rise,
 * so whoever pays in full goes on doing so. Voters who pay all they have may turn to paying in full one by one. That
 * changes how fast amounts move, not yet what is bought, so a run is made for a `reach`: for every rise up to it the
 * bounds on the slopes hold, whoever turns. Each comparison met then limits e by one division; the smallest limit
 * holds for the whole run. Limits are rounded down, so one may be too small but never too large.
 */
export class Window {
  /** Rise of e up to which the comparisons stay, minor units; Infinity when nothing limits it. */
  private stays = Infinity;
  /** Rise of e up to which nobody turns: the slopes are those of now. */
  private nobodyTurns = Infinity;

  constructor(
    /** How far the bounds on slopes are to hold, minor units. */
    private readonly reach: number,
  ) {}

  get limit(): number {
    return Math.min(this.stays, Math.max(this.reach, this.nobodyTurns));
  }

  close(): void {
    this.stays = 0;
  }

  /** A tie lasts only while level prices are the same function of e: until the first voter met so far turns. */
  keepTurns(): void {
    this.stays = Math.min(this.stays, this.nobodyTurns);
  }

  /** A project passed over at the price `asked` must stay dearer than `bought`, both per unit of utility. */
  keepDearer(asked: Price, askedPer: number, bought: Price, boughtPer: number): void {
    const ratio = askedPer / boughtPer;
    const size = Math.abs(asked.value) + Math.abs(bought.value * ratio);
    this.keepPositive(
      asked.value - bought.value * ratio - (asked.error + bought.error * ratio + exactError(size)),
      asked.slopeLow * (1 + 4 * EPSILON) - bought.slopeHigh * ratio * (1 - 4 * EPSILON),
    );
  }

  /** A project nobody can afford must stay out of reach. */
  keepOutOfReach(cells: Cells, purses: Purses, cost: number): void {
    let [behind, error, rise] = [0, 0, 0];
    for (let i = 0; i < cells.count; i++) {
      const at = cells.purse[i]!;
      const weight = cells.weight[i]!;
      behind += weight * purses.money[at]!;
      error += weight * purses.error[at]!;
      rise += weight * purses.slopeHigh[at]!;
    }
    const terms = cells.count + 8;
    this.keepPositive(
      cost - behind - error - terms * exactError(cost + behind),
      -rise * (1 + terms * EPSILON),
    );
  }

  /**
   * Finds who of the gathered project's poor supporters might turn within the reach, and bounds its price from above.
   * @returns the price with its upper slope
   */
  divide<P extends Price & { readonly den: number }>(cells: Cells, purses: Purses, price: P): P {
    let { den } = price;
    let rise = 0;
    for (let i = 0; i < cells.count; i++) {
      if (!cells.poor[i]) continue;
      const at = cells.purse[i]!;
      const weight = cells.weight[i]!;
      const share = cells.share[i]!;
      const asked = share * price.value;
      const short = asked - purses.money[at]!;
      const sure = short - purses.error[at]! - share * price.error - exactError(asked + purses.money[at]!);
      const closing = (purses.slopeHigh[at]! - share * price.slopeLow) * (1 + 4 * EPSILON);
      const turnsAfter = sure <= 0 ? 0 : (sure / closing) * (1 - 1e-12);
      this.nobodyTurns = Math.min(this.nobodyTurns, turnsAfter);
      cells.turning[i] = turnsAfter < this.reach ? 1 : 0;
      if (cells.turning[i]) den += weight * share;
      else rise += weight * purses.slopeLow[at]!;
    }
    return { ...price, slopeHigh: (-rise / den) * (1 - (cells.count + 8) * EPSILON) };
  }

  /** The amount is surely this much above 0 now and must stay above. */
  private keepPositive(sure: number, slopeLow: number): void {
    if (sure <= 0) return this.close();
    if (slopeLow < 0) this.stays = Math.min(this.stays, (sure / -slopeLow) * (1 - 1e-12));
  }
}
