import type { PbFile, PbProject, PbProjectText, PbVote } from './pb-file.js';
import { PbReader } from './reader.js';
import { hasScore } from './words.js';

/**
 * Reads a whole `.pb` text.
 *
 * @returns projects in file order with recounted votes and score, every ballot, and what was odd
 * @throws PbMalformed with every fault (line, field, code, reason)
 */
export function parsePb(text: string): PbFile {
  const projects: PbProjectText[] = [];
  const votes: PbVote[] = [];
  const reader = new PbReader({
    project: (project) => projects.push(project),
    vote: (vote) => votes.push(vote),
  });
  reader.push(text);
  const { head, tallies, warnings, otherProjectColumns, otherVoteColumns } = reader.end();
  const scored = hasScore(head.voteType);
  const counted = projects.map((project): PbProject => {
    const { votes: named = 0, score = 0 } = tallies.get(project.id) ?? {};
    return scored ? { ...project, votes: named, score } : { ...project, votes: named };
  });
  return { ...head, projects: counted, otherProjectColumns, votes, otherVoteColumns, warnings };
}
