export { DECISION_PUBLISHED } from './decisions.events.js';
export { DecisionsModule } from './decisions.module.js';
export { type DecisionLetter, questionsTo } from './letters/decision-letter.js';
export { DecisionLetterDto } from './letters/letter.dto.js';
export { PublishDecision } from './publish-decision.js';
export { type PublishedDecision, PublishedDecisions } from './published-decisions.js';
export { type RoundDecision, RoundDecisions } from './round-decisions.js';
