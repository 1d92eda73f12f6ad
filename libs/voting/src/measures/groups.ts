import type { Tally } from '../counting/tally.js';
import type { Project } from '../model/election.js';

/** What one category or neighbourhood got, beside what its projects were voted for. */
export interface GroupMeasure {
  /** Null for projects without one. */
  readonly name: string | null;
  readonly projects: number;
  readonly winners: number;
  readonly spentMinor: number;
  /** Part of all spending, 0..1. A project in several groups counts in equal parts. */
  readonly spendShare: number;
  /** Part of all votes, 0..1, divided the same way. */
  readonly voteShare: number;
}

/** In order of first appearance on the paper; empty when no project names a group. */
export function spendByGroup(
  tally: Tally,
  winners: readonly number[],
  groupsOf: (project: Project) => readonly string[],
): GroupMeasure[] {
  const projects = tally.election.projects;
  if (projects.every((project) => groupsOf(project).length === 0)) return [];
  const won = new Set(winners);
  const sums = new Map<string | null, { projects: number; winners: number; spent: number; votes: number }>();
  projects.forEach((project, p) => {
    const groups = groupsOf(project);
    const names: readonly (string | null)[] = groups.length === 0 ? [null] : groups;
    for (const name of names) {
      const sum = sums.get(name) ?? { projects: 0, winners: 0, spent: 0, votes: 0 };
      sum.projects++;
      sum.votes += tally.votes[p]! / names.length;
      if (won.has(p)) {
        sum.winners++;
        sum.spent += tally.costs[p]! / names.length;
      }
      sums.set(name, sum);
    }
  });
  const all = [...sums.values()];
  const spent = all.reduce((sum, group) => sum + group.spent, 0);
  const votes = all.reduce((sum, group) => sum + group.votes, 0);
  return [...sums].map(([name, group]) => ({
    name,
    projects: group.projects,
    winners: group.winners,
    spentMinor: Math.round(group.spent),
    spendShare: spent === 0 ? 0 : group.spent / spent,
    voteShare: votes === 0 ? 0 : group.votes / votes,
  }));
}
