/** Rounding unit of a double. */
export const EPSILON = 2 ** -52;

/** The purse of every voter who has been asked for all the money left; exactly empty. */
export const SPENT = 0;
/** The purse of every voter who has not paid yet. */
export const UNTOUCHED = 1;

/** A price and how it moves with the share, as doubles with bounds on their error. */
export interface Price {
  readonly value: number;
  readonly error: number;
  /** Change per unit of the share e. */
  readonly slope: number;
  readonly slopeError: number;
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
  /** Change of `money` per unit of the share e. */
  slope = new Float64Array(256);
  slopeError = new Float64Array(256);
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
    this.slope[UNTOUCHED] = 1;
    this.parent[UNTOUCHED] = -1;
  }

  /** What is left in a purse after paying `share` times the price of `round`. */
  afterPaying(purse: number, share: number, round: number, price: Price): number {
    if (this.count === this.money.length) this.grow();
    const made = this.count++;
    const money = this.money[purse]!;
    const slope = this.slope[purse]!;
    this.money[made] = Math.max(0, money - share * price.value);
    this.error[made] = this.error[purse]! + share * price.error + 2 * money * EPSILON;
    this.slope[made] = slope - share * price.slope;
    this.slopeError[made] =
      this.slopeError[purse]! +
      share * price.slopeError +
      2 * (Math.abs(slope) + share * Math.abs(price.slope)) * EPSILON;
    this.parent[made] = purse;
    this.round[made] = round;
    this.share[made] = share;
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
    this.slope = larger(this.slope);
    this.slopeError = larger(this.slopeError);
    this.parent = larger(this.parent);
    this.round = larger(this.round);
    this.share = larger(this.share);
  }
}
