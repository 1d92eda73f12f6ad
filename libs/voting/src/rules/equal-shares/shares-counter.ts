import type { Tally } from '../../counting/tally.js';
import type { TieOrder } from '../../counting/tie-order.js';
import type { UtilityScale } from '../../counting/utility.js';
import { compareSlopes, scaled, type Affine } from '../../exact/affine.js';
import { toNumber } from '../../exact/fraction.js';
import { Cells } from './cells.js';
import { evaluate, type Quote } from './evaluate.js';
import { exactError, ExactPrices } from './exact-prices.js';
import { EPSILON, Purses, SPENT, type Price } from './purses.js';
import { supportersOf, type Supporters } from './supporters.js';
import { Window } from './window.js';

/** Projects level in price per unit of utility, in tie-break order. */
export interface RunTie {
  readonly round: number;
  readonly projects: readonly number[];
  /** Price per unit of utility, minor units. */
  readonly rate: number;
}

/** What one run of Equal Shares bought. */
export interface SharesRun {
  /** Indexes in the order bought; projects without cost first. */
  readonly bought: readonly number[];
  /** Minor units. */
  readonly cost: number;
  readonly ties: readonly RunTie[];
  /** How far e may rise with the same purchases in the same order and the same ties; minor units. */
  readonly window: number;
}

/** Sees each purchase with the cells of its supporters, before and after they pay. */
export interface RunObserver {
  readonly beforePaying: (p: number, state: RunState) => void;
  readonly afterPaying: (p: number, state: RunState) => void;
}

export interface RunState {
  /** From 0, projects without cost not counted. */
  readonly round: number;
  readonly cells: Cells;
  readonly purses: Purses;
  readonly exact: ExactPrices;
  readonly quote: Quote;
}

/** What is known of a project's price: when it was last worked out and what it was. */
interface Known {
  readonly round: number;
  readonly price: Price;
  readonly low: number;
  readonly high: number;
  /** Level with the project bought in `round`, and staying so while the decisions stay. */
  readonly level: boolean;
}

/** Runs Equal Shares on one election for as many shares as asked, reusing what does not depend on the share. */
export class SharesCounter {
  readonly supporters: Supporters;
  private readonly purses: Purses;
  private readonly cells: Cells;
  /** Utility of one unit of share, by project. */
  private readonly per: readonly number[];
  private readonly firstBounds: readonly Known[];

  constructor(
    private readonly tally: Tally,
    scale: UtilityScale,
    /** Projects to be considered; those without supporters are ignored. */
    private readonly candidates: readonly number[],
    private readonly rivals: readonly (readonly number[])[],
    private readonly ties: TieOrder,
  ) {
    this.supporters = supportersOf(tally, scale);
    this.purses = new Purses(this.supporters.groups);
    this.cells = new Cells(this.supporters, this.purses);
    this.per = tally.costs.map((cost) => (scale.timesCost ? cost : 1));
    this.firstBounds = tally.ids.map((_, p) => this.firstBound(p));
  }

  /**
   * @param E n times the share per voter, whole minor units (n = ballots)
   * @param reach how far beyond the share to look for the end of the outcome's window, minor units; looking too far
   *   makes its bounds loose
   */
  run(E: bigint, reach = 0, observer?: RunObserver): SharesRun {
    const { tally, purses, cells, per } = this;
    const { costs } = tally;
    purses.reset(toNumber(E, BigInt(Math.max(1, tally.n))));
    cells.reset();
    const exact = new ExactPrices(purses, tally.n, E);
    const window = new Window(reach);
    const bought: number[] = [];
    const met: RunTie[] = [];
    let active = this.takeFree(bought);
    const known = new Map(active.map((p) => [p, this.firstBounds[p]!]));
    let last: { price: Price; per: number } | null = null;
    for (let round = 0; active.length > 0; round++) {
      active.sort((a, b) => known.get(a)!.low - known.get(b)!.low);
      let best = Infinity;
      const near: number[] = [];
      const gone = new Set<number>();
      for (const p of active) {
        const mine = known.get(p)!;
        if (mine.low > best) break;
        if (last !== null && !mine.level) window.keepDearer(mine.price, per[p]!, last.price, last.per);
        cells.gather(p);
        const quote = evaluate(cells, purses, costs[p]!, exact);
        if (quote === null) {
          window.keepOutOfReach(cells, purses, costs[p]!);
          gone.add(p);
          continue;
        }
        known.set(p, this.bound(p, round, quote));
        best = Math.min(best, known.get(p)!.high);
        near.push(p);
      }
      if (near.length === 0) break;
      const level = near.filter((p) => known.get(p)!.low <= best);
      const chosen = level.length === 1 ? level[0]! : this.settleTie(level, round, known, exact, window, met);
      const rivals = this.rivals[chosen]!;
      cells.gather(chosen);
      const quote = window.divide(cells, purses, evaluate(cells, purses, costs[chosen]!, exact)!);
      exact.record(cells, costs[chosen]!);
      const state: RunState = { round, cells, purses, exact, quote };
      observer?.beforePaying(chosen, state);
      this.pay(chosen, round, quote);
      bought.push(chosen);
      last = { price: quote, per: per[chosen]! };
      observer?.afterPaying(chosen, state);
      for (const p of active) {
        if (!rivals.includes(p) || gone.has(p)) continue;
        const mine = known.get(p)!;
        if (!mine.level) window.keepDearer(mine.price, per[p]!, last.price, last.per);
        gone.add(p);
      }
      active = active.filter((p) => p !== chosen && !gone.has(p));
    }
    const cost = bought.reduce((sum, p) => sum + costs[p]!, 0);
    return { bought, cost, ties: met, window: window.limit };
  }

  /** What the supporters of p have left after the last run, minor units. */
  moneyLeft(p: number): number {
    this.cells.gather(p);
    let sum = 0;
    for (let i = 0; i < this.cells.count; i++) {
      sum += this.cells.weight[i]! * this.purses.money[this.cells.purse[i]!]!;
    }
    return sum;
  }

  /** Buys what costs nothing and is supported; returns the other supported projects. */
  private takeFree(bought: number[]): number[] {
    const supported = this.candidates.filter((p) => this.supporters.count[p]! > 0);
    const free = supported.filter((p) => this.tally.costs[p] === 0);
    free.sort((a, b) => this.ties.rank[a]! - this.ties.rank[b]!);
    for (const p of free) {
      if (!this.rivals[p]!.some((rival) => bought.includes(rival))) bought.push(p);
    }
    return supported.filter(
      (p) => this.tally.costs[p]! > 0 && !this.rivals[p]!.some((rival) => bought.includes(rival)),
    );
  }

  /** Were every supporter rich enough: no run ever asks less. */
  private firstBound(p: number): Known {
    const { start, weight, shareIndex, shares } = this.supporters;
    let den = 0;
    for (let k = start[p]!; k < start[p + 1]!; k++) den += weight[k]! * shares[shareIndex[k]!]!;
    const value = this.tally.costs[p]! / den;
    return this.bound(p, -1, { value, error: exactError(value), slopeLow: 0, slopeHigh: 0 });
  }

  private bound(p: number, round: number, price: Price): Known {
    const per = this.per[p]!;
    return {
      round,
      price,
      low: ((price.value - price.error) / per) * (1 - 4 * EPSILON),
      high: ((price.value + price.error) / per) * (1 + 4 * EPSILON),
      level: false,
    };
  }

  /** The cheapest of several projects doubles cannot tell apart; exactly level ones by tie-break order. */
  private settleTie(
    near: readonly number[],
    round: number,
    known: Map<number, Known>,
    exact: ExactPrices,
    window: Window,
    met: RunTie[],
  ): number {
    const rates = new Map<number, Affine>();
    for (const p of near) {
      this.divide(p, exact);
      rates.set(p, exact.priceFor(this.cells, this.tally.costs[p]!));
    }
    const compare = (p: number, q: number): number =>
      exact.compare(this.perUnit(rates, p, q), this.perUnit(rates, q, p));
    const ordered = [...near].sort((p, q) => compare(p, q) || this.ties.rank[p]! - this.ties.rank[q]!);
    const chosen = ordered[0]!;
    const level = ordered.filter((p) => compare(p, chosen) === 0);
    if (level.length > 1) {
      // From the exact price, so that the figure does not depend on the order of the ballots.
      met.push({ round, projects: level, rate: exact.toNumber(rates.get(chosen)!) / this.per[chosen]! });
    }
    for (const p of ordered) {
      const stays = compareSlopes(this.perUnit(rates, p, chosen), this.perUnit(rates, chosen, p)) === 0;
      if (level.includes(p) && stays) {
        known.set(p, { ...known.get(p)!, level: true });
        window.divide(this.cells, this.purses, this.divide(p, exact));
      } else window.close();
    }
    window.keepTurns();
    return chosen;
  }

  /** p's price times q's utility per share: comparing both products compares prices per utility. */
  private perUnit(rates: ReadonlyMap<number, Affine>, p: number, q: number): Affine {
    return scaled(rates.get(p)!, BigInt(this.per[q]!));
  }

  private divide(p: number, exact: ExactPrices): Quote {
    this.cells.gather(p);
    return evaluate(this.cells, this.purses, this.tally.costs[p]!, exact)!;
  }

  private pay(p: number, round: number, price: Price): void {
    const { cells, purses } = this;
    const target = new Int32Array(cells.count);
    for (let i = 0; i < cells.count; i++) {
      const [purse, share] = [cells.purse[i]!, cells.share[i]!];
      if (!cells.poor[i]) target[i] = purses.afterPaying(purse, share, round, price);
      else target[i] = cells.turning[i] ? purses.afterPayingAll(purse, share, price) : SPENT;
    }
    cells.moveSupporters(p, target);
  }
}
