import { splitChoices, type Choice, type StylePaper } from '@commonthread/ballot-protocol';
import type { BallotInput, BallotPaper, Project } from '@commonthread/voting';

const HAS_POINTS: ReadonlySet<StylePaper['voteType']> = new Set(['cumulative', 'scoring']);

/** Papers never change, and each is asked for with every ballot. */
const known = new WeakMap<StylePaper, BallotPaper>();

/** A style's frozen paper as the voting rules take it. */
export function ballotPaper(paper: StylePaper): BallotPaper {
  const { voteType, limits, projects } = paper;
  const made = known.get(paper) ?? { voteType, limits, projects: projects.map(toProject) };
  known.set(paper, made);
  return made;
}

/** A body's choices as the voting rules take them. */
export function ballotInput({ voteType }: StylePaper, choices: readonly Choice[]): BallotInput {
  const split = splitChoices(choices);
  return HAS_POINTS.has(voteType) ? { points: [], ...split } : split;
}

function toProject({ id, costMinor, categories, neighbourhood }: StylePaper['projects'][number]): Project {
  return { id, costMinor, categories, ...(neighbourhood === null ? {} : { neighbourhood }) };
}
