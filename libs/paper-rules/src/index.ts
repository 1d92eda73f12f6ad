export { ballotInput, ballotPaper } from './paper.js';
export { checkChoices, countBallots } from './paper-rules.js';
