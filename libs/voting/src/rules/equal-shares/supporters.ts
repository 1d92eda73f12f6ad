import type { Tally } from '../../counting/tally.js';
import type { UtilityScale } from '../../counting/utility.js';

/**
 * Who supports each project: ballot groups `group[k]`, standing for `weight[k]` ballots, with share
 * `shares[shareIndex[k]]` of the utility, for k in [start[p], start[p + 1]). Shares of 0 are left out.
 */
export interface Supporters {
  readonly start: Int32Array;
  readonly group: Int32Array;
  readonly weight: Int32Array;
  readonly shareIndex: Int32Array;
  /** The distinct shares; just [1] for approvals. */
  readonly shares: Int32Array;
  /** Ballots that support the project. */
  readonly count: readonly number[];
  readonly groups: number;
}

/** Turns the tally round: from ballots listing projects to projects listing ballots. */
export function supportersOf(tally: Tally, scale: UtilityScale): Supporters {
  const groups = tally.weight.length;
  const projects = tally.ids.length;
  const shareAt = tally.points.map((points) => scale.share(points));
  const shares = Int32Array.from(new Set(shareAt.filter((share) => share > 0)));
  const indexOfShare = new Map([...shares].map((share, index) => [share, index]));
  const start = new Int32Array(projects + 1);
  shareAt.forEach((share, k) => {
    if (share > 0) start[tally.project[k]! + 1]!++;
  });
  for (let p = 0; p < projects; p++) start[p + 1]! += start[p]!;
  const size = start[projects]!;
  const next = start.slice();
  const group = new Int32Array(size);
  const weight = new Int32Array(size);
  const shareIndex = new Int32Array(size);
  const count = new Array<number>(projects).fill(0);
  for (let g = 0; g < groups; g++) {
    for (let k = tally.start[g]!; k < tally.start[g + 1]!; k++) {
      const share = shareAt[k]!;
      if (share === 0) continue;
      const p = tally.project[k]!;
      const at = next[p]!++;
      group[at] = g;
      weight[at] = tally.weight[g]!;
      shareIndex[at] = indexOfShare.get(share)!;
      count[p] = count[p]! + weight[at]!;
    }
  }
  return { start, group, weight, shareIndex, shares, count, groups };
}
