import type { Tally } from '../counting/tally.js';

/** What identical ballots got out of an outcome. */
export interface ServedVoters {
  readonly ballots: number;
  readonly listed: number;
  readonly winners: number;
  /** Cost of the winners listed. */
  readonly costMinor: number;
  /** Their part of those costs, each divided equally over everyone who lists the project. */
  readonly decidedMinor: number;
}

/** One entry per kind of ballot. */
export function servedVoters(tally: Tally, winners: readonly number[]): ServedVoters[] {
  const won = new Uint8Array(tally.ids.length);
  for (const p of winners) won[p] = 1;
  return Array.from(tally.weight, (ballots, g) => {
    let [count, costMinor, decidedMinor] = [0, 0, 0];
    for (let k = tally.start[g]!; k < tally.start[g + 1]!; k++) {
      const p = tally.project[k]!;
      if (won[p] === 0) continue;
      count++;
      costMinor += tally.costs[p]!;
      decidedMinor += tally.costs[p]! / tally.votes[p]!;
    }
    const listed = tally.start[g + 1]! - tally.start[g]!;
    return { ballots, listed, winners: count, costMinor, decidedMinor };
  });
}

/**
 * Gini coefficient of weighted values >= 0: 0 when all are equal or all are 0.
 * @param values pairs of value and how often it occurs
 */
export function gini(values: readonly (readonly [value: number, times: number])[]): number {
  const sorted = [...values].sort(([a], [b]) => a - b);
  let [people, sum, area] = [0, 0, 0];
  for (const [value, times] of sorted) {
    area += times * (sum + (value * times) / 2);
    people += times;
    sum += value * times;
  }
  return sum === 0 ? 0 : 1 - (2 * area) / (people * sum);
}
