/** Rounding unit of a double. */
export const EPSILON = 2 ** -52;

/** The purse of every voter who has been asked for all the money left; exactly empty. */
export const SPENT = 0;
/** The purse of every voter who has not paid yet. */
export const UNTOUCHED = 1;

/**
 * A price at the share of the run, a double with a bound on its error, and bounds on how fast it changes per unit of
 * the share e: while the purchases stay, more money never makes a project dearer, so neither bound is above 0.
 */
export interface Price {
  readonly value: number;
  readonly error: number;
  readonly slopeLow: number;
  readonly slopeHigh: number;
}

/**
 * What voters have left. Voters with the same history of payments share one purse, so equal budgets are
 * handled once. Each purse knows its history (`parent`, `round`, `share`), from which its exact content follows,
 * and a double with an error bound, which is enough for most comparisons.
 */
export class Purses {
  count = 0;
  money = new Float64Array(256);
  error = new Float64Array(256);
  /** Bounds on the change of `money` per unit of the share e; never below 0 while the purchases stay. */
  slopeLow = new Float64Array(256);
  slopeHigh = new Float64Array(256);
  parent = new Int32Array(256);
  /** The round whose price was paid out of the parent, and how many times. */
  round = new Int32Array(256);
  share = new Int32Array(256);
  /** Purse of each ballot group. */
  readonly of: Int32Array;

  constructor(groups: number) {
    this.of = new Int32Array(groups);
  }

  /** Everybody gets the share e. */
  reset(e: number): void {
    this.of.fill(UNTOUCHED);
    this.count = 2;
    this.money[UNTOUCHED] = e;
    this.error[UNTOUCHED] = 2 * e * EPSILON;
    this.slopeLow[UNTOUCHED] = 1;
    this.slopeHigh[UNTOUCHED] = 1;
    this.parent[UNTOUCHED] = -1;
  }

  /** What is left in a purse after paying `share` times the price of `round`. */
  afterPaying(purse: number, share: number, round: number, price: Price): number {
    if (this.count === this.money.length) this.grow();
    const made = this.count++;
    const money = this.money[purse]!;
    this.money[made] = Math.max(0, money - share * price.value);
    this.error[made] = this.error[purse]! + share * price.error + 2 * money * EPSILON;
    this.slopeLow[made] = (this.slopeLow[purse]! - share * price.slopeHigh) * (1 - 4 * EPSILON);
    this.slopeHigh[made] = (this.slopeHigh[purse]! - share * price.slopeLow) * (1 + 4 * EPSILON);
    this.parent[made] = purse;
    this.round[made] = round;
    this.share[made] = share;
    return made;
  }

  /**
   * Voters who pay all they have at this share, but at a somewhat larger one would pay the price in full and keep
   * something: empty now, and what they may have then is bounded by its slope.
   */
  afterPayingAll(purse: number, share: number, price: Price): number {
    if (this.count === this.money.length) this.grow();
    const made = this.count++;
    this.money[made] = 0;
    this.error[made] = 0;
    this.slopeLow[made] = 0;
    this.slopeHigh[made] = (this.slopeHigh[purse]! - share * price.slopeLow) * (1 + 4 * EPSILON);
    this.parent[made] = SPENT;
    return made;
  }

  private grow(): void {
    const larger = <T extends Float64Array | Int32Array>(from: T): T => {
      const to = new (from.constructor as new (length: number) => T)(from.length * 2);
      to.set(from);
      return to;
    };
    this.money = larger(this.money);
    this.error = larger(this.error);
    this.slopeLow = larger(this.slopeLow);
    this.slopeHigh = larger(this.slopeHigh);
    this.parent = larger(this.parent);
    this.round = larger(this.round);
    this.share = larger(this.share);
  }
}
