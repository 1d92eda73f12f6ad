import { SPENT, type Purses } from './purses.js';
import type { Supporters } from './supporters.js';

/**
 * The supporters of one project, gathered by purse and share: all in a cell have the same money and would pay
 * the same. Empty purses are left out. Reused from project to project to spare allocations.
 */
export class Cells {
  count = 0;
  /** Whether `evaluate` put the cell among those who pay all they have. */
  poor = new Uint8Array(256);
  /** Whether a poor cell might come to pay in full within the reach of the run; set by `Window.divide`. */
  turning = new Uint8Array(256);
  purse = new Int32Array(256);
  share = new Int32Array(256);
  weight = new Float64Array(256);
  private cellAt = new Int32Array(1024);
  private stampAt = new Int32Array(1024);
  private stamp = 0;

  /** The supporters who may still have money, by project as in `Supporters`; shrinks as a run goes on. */
  private readonly group: Int32Array;
  private readonly weightOf: Int32Array;
  private readonly shareOf: Int32Array;
  private readonly end: Int32Array;

  constructor(
    private readonly supporters: Supporters,
    private readonly purses: Purses,
  ) {
    this.group = supporters.group.slice();
    this.weightOf = supporters.weight.slice();
    this.shareOf = supporters.shareIndex.slice();
    this.end = supporters.start.slice(1);
  }

  /** Everybody has money again. */
  reset(): void {
    this.group.set(this.supporters.group);
    this.weightOf.set(this.supporters.weight);
    this.shareOf.set(this.supporters.shareIndex);
    this.end.set(this.supporters.start.subarray(1));
  }

  /** Supporters met with an empty purse are dropped for the rest of the run: their money does not come back. */
  gather(p: number): void {
    const { start, shares } = this.supporters;
    const { of, count: purses } = this.purses;
    const { group, weightOf, shareOf } = this;
    const kinds = shares.length;
    const [from, to] = [start[p]!, this.end[p]!];
    this.reserve(purses * kinds, to - from);
    const { cellAt, stampAt, purse, share, weight } = this;
    const stamp = ++this.stamp;
    let count = 0;
    let kept = from;
    for (let k = from; k < to; k++) {
      const g = group[k]!;
      const at = of[g]!;
      if (at === SPENT) continue;
      const ballots = weightOf[k]!;
      const kind = shareOf[k]!;
      if (kept !== k) {
        group[kept] = g;
        weightOf[kept] = ballots;
        shareOf[kept] = kind;
      }
      kept++;
      const slot = at * kinds + kind;
      if (stampAt[slot] === stamp) {
        weight[cellAt[slot]!]! += ballots;
      } else {
        stampAt[slot] = stamp;
        cellAt[slot] = count;
        purse[count] = at;
        share[count] = shares[kind]!;
        weight[count++] = ballots;
      }
    }
    this.end[p] = kept;
    this.count = count;
    this.poor.fill(0, 0, count);
    this.turning.fill(0, 0, count);
  }

  /** Moves every supporter of p, the project gathered last, into the purse `target` names for its cell. */
  moveSupporters(p: number, target: Int32Array): void {
    const { start, shares } = this.supporters;
    const { of } = this.purses;
    const { group, shareOf, cellAt } = this;
    const kinds = shares.length;
    for (let k = start[p]!, end = this.end[p]!; k < end; k++) {
      const g = group[k]!;
      of[g] = target[cellAt[of[g]! * kinds + shareOf[k]!]!]!;
    }
  }

  private reserve(slots: number, cells: number): void {
    if (cells > this.purse.length) {
      const length = Math.max(cells, 2 * this.purse.length);
      this.poor = new Uint8Array(length);
      this.turning = new Uint8Array(length);
      this.purse = new Int32Array(length);
      this.share = new Int32Array(length);
      this.weight = new Float64Array(length);
    }
    if (slots > this.cellAt.length) {
      const length = Math.max(slots, 2 * this.cellAt.length);
      this.cellAt = new Int32Array(length);
      this.stampAt = new Int32Array(length);
      this.stamp = 0;
    }
  }
}
