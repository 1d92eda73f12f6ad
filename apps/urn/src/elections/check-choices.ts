import { joinChoices, splitChoices, type CheckChoices } from '@commonthread/ballot-protocol';
import { checkBallot, type Project } from '@commonthread/voting';

/** The rules of the ballot paper as the voting library knows them; costs are the manifest's. */
export const checkChoices: CheckChoices = ({ voteType, limits, projects }, choices) => {
  const paper = {
    voteType,
    limits,
    projects: projects.map(({ id, costMinor }): Project => ({ id, costMinor })),
  };
  const split = splitChoices(choices);
  const takesPoints = voteType === 'cumulative' || voteType === 'scoring';
  const input = takesPoints && choices.length === 0 ? { choices: [], points: [] } : split;
  const checked = checkBallot(input, paper);
  return joinChoices(checked.choices, checked.points);
};
