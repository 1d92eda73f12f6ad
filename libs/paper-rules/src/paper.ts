import { splitChoices, type Choice, type StylePaper } from '@commonthread/ballot-protocol';
import type { BallotInput, BallotPaper, Project } from '@commonthread/voting';

const HAS_POINTS: ReadonlySet<StylePaper['voteType']> = new Set(['cumulative', 'scoring']);

/** A style's frozen paper as the voting rules take it. */
export function ballotPaper({ voteType, limits, projects }: StylePaper): BallotPaper {
  return { voteType, limits, projects: projects.map(toProject) };
}

/** A body's choices as the voting rules take them. */
export function ballotInput({ voteType }: StylePaper, choices: readonly Choice[]): BallotInput {
  const split = splitChoices(choices);
  return HAS_POINTS.has(voteType) ? { points: [], ...split } : split;
}

function toProject({ id, costMinor, categories, neighbourhood }: StylePaper['projects'][number]): Project {
  return { id, costMinor, categories, ...(neighbourhood === null ? {} : { neighbourhood }) };
}
