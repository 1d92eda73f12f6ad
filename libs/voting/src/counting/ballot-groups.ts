/**
 * Gathers identical ballots: each distinct ballot is kept once with the number of times it came. Entries lie one after
 * the other in flat arrays and are found again by hash, so that a large election leaves no garbage behind.
 */
export class BallotGroups {
  count = 0;
  weight = new Int32Array(1024);
  /** Group g lists `project[k]` with `points[k]` for k in [start[g], start[g + 1]). */
  start = new Int32Array(1025);
  project = new Int32Array(4096);
  points = new Int32Array(4096);
  /** Group number + 1 by hash, 0 = free; its length is a power of two. */
  private table = new Int32Array(4096);
  private hashes = new Int32Array(1024);
  private end = 0;

  /** Adds one listing to the ballot being read; keeps it ascending by project, the first mention wins. */
  list(project: number, points: number): void {
    const from = this.start[this.count]!;
    let at = this.end;
    while (at > from && this.project[at - 1]! > project) at--;
    if (at > from && this.project[at - 1] === project) return;
    if (this.end === this.project.length) {
      this.project = doubled(this.project);
      this.points = doubled(this.points);
    }
    this.project.copyWithin(at + 1, at, this.end);
    this.points.copyWithin(at + 1, at, this.end);
    this.project[at] = project;
    this.points[at] = points;
    this.end++;
  }

  /** Ends the ballot being read. */
  close(): void {
    const from = this.start[this.count]!;
    let hash = 0x811c9dc5 | 0;
    for (let k = from; k < this.end; k++) {
      hash = Math.imul(hash ^ this.project[k]!, 0x01000193);
      hash = Math.imul(hash ^ this.points[k]!, 0x01000193);
      hash ^= hash >>> 15;
    }
    let slot = this.slotFor(hash);
    for (; this.table[slot] !== 0; slot = (slot + 1) & (this.table.length - 1)) {
      const group = this.table[slot]! - 1;
      if (this.hashes[group] !== hash || !this.isSame(group, from)) continue;
      this.weight[group]!++;
      this.end = from;
      return;
    }
    this.keep(hash, slot);
  }

  private keep(hash: number, slot: number): void {
    if (this.count === this.weight.length) {
      this.weight = doubled(this.weight);
      this.hashes = doubled(this.hashes);
      const start = new Int32Array(2 * this.weight.length + 1);
      start.set(this.start);
      this.start = start;
    }
    this.table[slot] = this.count + 1;
    this.weight[this.count] = 1;
    this.hashes[this.count] = hash;
    this.count++;
    this.start[this.count] = this.end;
    if (2 * this.count > this.table.length) this.rehash();
  }

  private isSame(group: number, from: number): boolean {
    const first = this.start[group]!;
    const length = this.start[group + 1]! - first;
    if (length !== this.end - from) return false;
    for (let k = 0; k < length; k++) {
      if (this.project[first + k] !== this.project[from + k]) return false;
      if (this.points[first + k] !== this.points[from + k]) return false;
    }
    return true;
  }

  private rehash(): void {
    this.table = new Int32Array(2 * this.table.length);
    for (let group = 0; group < this.count; group++) {
      let slot = this.slotFor(this.hashes[group]!);
      while (this.table[slot] !== 0) slot = (slot + 1) & (this.table.length - 1);
      this.table[slot] = group + 1;
    }
  }

  private slotFor(hash: number): number {
    return hash & (this.table.length - 1);
  }
}

function doubled(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const to = new Int32Array(2 * from.length);
  to.set(from);
  return to;
}
