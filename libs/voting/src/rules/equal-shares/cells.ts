import { SPENT, type Purses } from './purses.js';
import type { Supporters } from './supporters.js';

/**
 * The supporters of one project, gathered by purse and share: all in a cell have the same money and would pay
 * the same. Empty purses are left out. Reused from project to project to spare allocations.
 */
export class Cells {
  count = 0;
  /** Whether `refine` put the cell among those who pay all they have. */
  poor = new Uint8Array(256);
  purse = new Int32Array(256);
  share = new Int32Array(256);
  weight = new Float64Array(256);
  private cellAt = new Int32Array(1024);
  private stampAt = new Int32Array(1024);
  private stamp = 0;

  constructor(
    private readonly supporters: Supporters,
    private readonly purses: Purses,
  ) {}

  gather(p: number): void {
    const { start, group, weight, shareIndex, shares } = this.supporters;
    const { of, count } = this.purses;
    const kinds = shares.length;
    this.reserve(count * kinds);
    const stamp = ++this.stamp;
    const { cellAt, stampAt } = this;
    this.count = 0;
    for (let k = start[p]!, end = start[p + 1]!; k < end; k++) {
      const purse = of[group[k]!]!;
      if (purse === SPENT) continue;
      const slot = purse * kinds + shareIndex[k]!;
      if (stampAt[slot] === stamp) {
        this.weight[cellAt[slot]!]! += weight[k]!;
      } else {
        stampAt[slot] = stamp;
        const cell = this.add();
        cellAt[slot] = cell;
        this.purse[cell] = purse;
        this.share[cell] = shares[shareIndex[k]!]!;
        this.weight[cell] = weight[k]!;
        this.poor[cell] = 0;
      }
    }
  }

  /** Moves every supporter of p, the project gathered last, into the purse `target` names for its cell. */
  moveSupporters(p: number, target: Int32Array): void {
    const { start, group, shareIndex, shares } = this.supporters;
    const { of } = this.purses;
    const kinds = shares.length;
    for (let k = start[p]!, end = start[p + 1]!; k < end; k++) {
      const g = group[k]!;
      const purse = of[g]!;
      if (purse !== SPENT) of[g] = target[this.cellAt[purse * kinds + shareIndex[k]!]!]!;
    }
  }

  private add(): number {
    if (this.count === this.purse.length) {
      this.poor = enlarged(this.poor);
      this.purse = enlarged(this.purse);
      this.share = enlarged(this.share);
      this.weight = enlarged(this.weight);
    }
    return this.count++;
  }

  private reserve(slots: number): void {
    if (slots <= this.cellAt.length) return;
    const length = Math.max(slots, 2 * this.cellAt.length);
    this.cellAt = new Int32Array(length);
    this.stampAt = new Int32Array(length);
    this.stamp = 0;
  }
}

function enlarged<T extends Float64Array | Int32Array | Uint8Array>(from: T): T {
  const to = new (from.constructor as new (length: number) => T)(from.length * 2);
  to.set(from);
  return to;
}
