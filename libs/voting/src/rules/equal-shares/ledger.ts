import type { Tally } from '../../counting/tally.js';
import type { UtilityScale } from '../../counting/utility.js';
import { fraction, toNumber } from '../../exact/fraction.js';
import type { KeyName, Payments, Reason, RoundRecord } from '../../model/outcome.js';
import type { RunObserver, RunState } from './shares-counter.js';
import { SPENT } from './purses.js';

/** A round as the ledger keeps it, before it gets its place in the outcome. */
export type LedgerRound = Pick<RoundRecord, 'keyName' | 'key' | 'keyExact' | 'supporters' | 'payments'> & {
  readonly project: number;
};

/**
 * Follows one run and keeps who paid how much for what: the records of the rounds, and for every project
 * what its supporters still had and where their money had gone.
 */
export class Ledger implements RunObserver {
  readonly rounds: LedgerRound[] = [];
  /** Money of each project's supporters, after the rounds so far. */
  private readonly money: number[];
  /** Round after which the supporters could no longer pay, -1 while they can. */
  private readonly outAfter: number[];
  private readonly moneyThen: number[];
  /** By loser, by round: what its supporters paid and how many of them support both. */
  private readonly paid: { readonly amount: number; readonly voters: number }[][];

  constructor(
    private readonly tally: Tally,
    private readonly scale: UtilityScale,
    private readonly supporters: readonly number[],
    private readonly E: bigint,
  ) {
    const share = toNumber(E, BigInt(Math.max(1, tally.n)));
    this.money = supporters.map((count) => count * share);
    this.moneyThen = [...this.money];
    this.outAfter = supporters.map(() => -1);
    this.paid = supporters.map(() => []);
  }

  beforePaying(p: number, state: RunState): void {
    this.rounds.push({
      project: p,
      ...this.keyOf(p, state),
      supporters: this.supporters[p]!,
      payments: this.paymentsFor(p, state),
    });
    this.follow(p, state);
  }

  afterPaying(_p: number, { round }: RunState): void {
    this.money.forEach((left, q) => {
      if (this.outAfter[q] !== -1 || left >= this.tally.costs[q]! * (1 - 1e-9)) return;
      this.outAfter[q] = round;
      this.moneyThen[q] = left;
    });
  }

  /** Why the supporters of q did not get it. Rounds count from 1 here, after `free` projects without cost. */
  reasonFor(q: number, free: number): Reason {
    const { costs, n, ids } = this.tally;
    const supporters = this.supporters[q]!;
    const cost = costs[q]!;
    const all = this.E * BigInt(supporters);
    if (all < BigInt(cost) * BigInt(n)) {
      const moneyMinor = Number(all / BigInt(n));
      return { kind: 'supporters-too-few', supporters, moneyMinor, shortMinor: cost - moneyMinor };
    }
    const last = this.outAfter[q] === -1 ? this.rounds.length - 1 : this.outAfter[q]!;
    const moneyMinor = Math.min(cost - 1, Math.max(0, wholeMinor(this.moneyThen[q]!)));
    const spentOn = this.paid[q]!.slice(0, last + 1)
      .map(({ amount, voters }, round) => ({
        projectId: ids[this.rounds[round]!.project]!,
        sharedVoters: voters,
        amountMinor: nearest(amount),
      }))
      .filter(({ amountMinor }) => amountMinor > 0)
      .sort((a, b) => b.amountMinor - a.amountMinor);
    return {
      kind: 'money-spent-elsewhere',
      afterRound: last + 1 + free,
      supporters,
      moneyMinor,
      shortMinor: cost - moneyMinor,
      spentOn,
    };
  }

  private keyOf(p: number, { exact, cells }: RunState): Pick<LedgerRound, 'keyName' | 'key' | 'keyExact'> {
    const price = exact.priceFor(cells, this.tally.costs[p]!);
    const per = BigInt(this.scale.timesCost ? this.tally.costs[p]! : 1);
    const num = per * price.d * BigInt(this.tally.n);
    const den = price.a + price.b * this.E;
    const keyName: KeyName = this.scale.timesCost ? 'effective-support' : this.scale.keyName;
    return { keyName, key: toNumber(num, den), keyExact: fraction(num, den) };
  }

  private paymentsFor(p: number, { cells, purses, quote }: RunState): Payments {
    let [behind, inFull, largest, all, theirs, seen] = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < cells.count; i++) {
      const weight = cells.weight[i]!;
      const at = cells.purse[i]!;
      const money = purses.money[at]!;
      if (money <= purses.error[at]!) continue;
      seen += weight;
      behind += weight * money;
      if (cells.poor[i]) {
        all += weight;
        theirs += weight * money;
      } else {
        inFull += weight;
        largest = Math.max(largest, cells.share[i]! * quote.value);
      }
    }
    return {
      moneyBehindMinor: wholeMinor(behind),
      paidInFull: inFull,
      largestPaymentMinor: nearest(largest),
      paidAllTheyHad: all,
      theirTotalMinor: nearest(theirs),
      hadNothing: this.supporters[p]! - seen,
    };
  }

  /** Books the payments of this round to every project the paying ballots support. */
  private follow(p: number, { round, purses, quote }: RunState): void {
    const { start, project, points, weight } = this.tally;
    const { share } = this.scale;
    const amount = new Float64Array(this.money.length);
    const voters = new Float64Array(this.money.length);
    for (let g = 0; g < weight.length; g++) {
      const shareOfP = shareIn(this.tally, share, g, p);
      if (shareOfP === 0) continue;
      const purse = purses.of[g]!;
      const pays = purse === SPENT ? 0 : Math.min(purses.money[purse]!, shareOfP * quote.value);
      for (let k = start[g]!; k < start[g + 1]!; k++) {
        if (share(points[k]!) === 0) continue;
        const q = project[k]!;
        amount[q]! += weight[g]! * pays;
        voters[q]! += weight[g]!;
      }
    }
    this.paid.forEach((rounds, q) => {
      rounds[round] = { amount: amount[q]!, voters: voters[q]! };
      this.money[q]! -= amount[q]!;
    });
  }
}

/** Rounded down; what falls short of a whole number by no more than the noise of doubles counts as whole. */
function wholeMinor(amount: number): number {
  return Math.floor(amount + 1e-6);
}

/** Rounded to the nearest, halves up, with the same care. */
function nearest(amount: number): number {
  return wholeMinor(amount + 0.5);
}

function shareIn(
  { start, project, points }: Tally,
  share: (points: number) => number,
  group: number,
  p: number,
): number {
  for (let k = start[group]!; k < start[group + 1]!; k++) {
    if (project[k] === p) return share(points[k]!);
  }
  return 0;
}
