import type { Tally } from '../counting/tally.js';

/** A group of voters whose shares would pay for a project they all list, and who each got less than that. */
export interface EjrPlusViolation {
  readonly projectId: string;
  /** The smallest such group among those who got least; all list the project. */
  readonly voters: number;
  /** Their equal shares of the budget together, rounded down. */
  readonly groupShareMinor: number;
  /** The most any of them would have with the project: cost of winners listed plus its own. */
  readonly mostWithItMinor: number;
}

/**
 * Projects by which an outcome misses "EJR+ up to one project", with cost as utility.
 *
 * Definition used: W misses it at a project p outside W when there is a group S of voters who all list p such that
 * for every member the winners it lists, together with p, cost less than |S| * B / n. Checked for every p by
 * taking its supporters from the least served up, which is enough because a larger S with the same best-served
 * member only deserves more. Exact; O(p * ballots log ballots). Where ballots carry points, only listing counts.
 * Equal Shares with cost utilities never misses it before its completion.
 * Source: EJR+ of Brill and Peters (2023), "Robust and Verifiable Proportionality Axioms for Multiwinner Voting",
 * carried to costs and relaxed by one project as in Peters, Pierczynski, Skowron (2021).
 */
export function ejrPlusViolations(tally: Tally, winners: readonly number[]): EjrPlusViolation[] {
  const { ids, costs, n, budget, weight, start, project, votes } = tally;
  const won = new Set(winners);
  const has = Array.from(weight, (_, g) => {
    let cost = 0;
    for (let k = start[g]!; k < start[g + 1]!; k++) if (won.has(project[k]!)) cost += costs[project[k]!]!;
    return cost;
  });
  const leastFirst = has.map((_, g) => g).sort((a, b) => has[a]! - has[b]!);
  const supporters = ids.map((): number[] => []);
  for (const g of leastFirst) {
    for (let k = start[g]!; k < start[g + 1]!; k++) supporters[project[k]!]!.push(g);
  }
  return ids.flatMap((projectId, p) => {
    if (won.has(p) || tally.withdrawn[p] || votes[p] === 0) return [];
    let voters = 0;
    for (let i = 0; i < supporters[p]!.length; i++) {
      const g = supporters[p]![i]!;
      voters += weight[g]!;
      const next = supporters[p]![i + 1];
      if (next !== undefined && has[next] === has[g]) continue;
      const mostWithItMinor = has[g]! + costs[p]!;
      const shares = BigInt(voters) * BigInt(budget);
      if (BigInt(mostWithItMinor) * BigInt(n) < shares) {
        return [{ projectId, voters, groupShareMinor: Number(shares / BigInt(n)), mostWithItMinor }];
      }
    }
    return [];
  });
}
