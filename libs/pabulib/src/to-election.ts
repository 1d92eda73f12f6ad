import type { Ballot, Election, Project } from '@commonthread/voting';

import type { PbDraft, PbProjectText, PbVote } from './pb-file.js';
import { WITHDRAWN_COST_UNITS } from './words.js';

/** Whether the city withdrew the project after the vote (its cost is a mark, 999,999,999). */
export function isWithdrawn(project: PbProjectText, minorPerUnit: number): boolean {
  return project.costMinor === WITHDRAWN_COST_UNITS * minorPerUnit;
}

/**
 * The election a rule counts: no voter ids, no further columns, projects in file order.
 * On `scoring` ballots an unmentioned project is worth META `default_score`, when that is above 0.
 */
export function toElection(file: PbDraft): Election {
  const ids = file.projects.map(({ id }) => id);
  const defaultScore = file.voteType === 'scoring' ? Number(file.meta.get('default_score') ?? 0) : 0;
  return {
    projects: file.projects.map(electionProject),
    ballots: file.votes.map((vote) => withDefault(vote, ids, defaultScore)),
    budgetMinor: file.budgetMinor,
    voteType: file.voteType,
    minorPerUnit: file.minorPerUnit,
  };
}

function electionProject({ id, costMinor, categories, neighbourhood }: PbProjectText): Project {
  return {
    id,
    costMinor,
    ...(categories.length > 0 && { categories }),
    ...(neighbourhood !== undefined && { neighbourhood }),
  };
}

function withDefault({ choices, points }: PbVote, ids: readonly string[], defaultScore: number): Ballot {
  if (!points) return { choices };
  if (!Number.isSafeInteger(defaultScore) || defaultScore <= 0) return { choices, points };
  const named = new Set(choices);
  const unnamed = ids.filter((id) => !named.has(id));
  return { choices: [...choices, ...unnamed], points: [...points, ...unnamed.map(() => defaultScore)] };
}
