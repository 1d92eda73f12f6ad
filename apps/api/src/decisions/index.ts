export { DECISION_PUBLISHED } from './decisions.events.js';
export { DecisionsModule } from './decisions.module.js';
export { type PublishedDecision, PublishedDecisions } from './published-decisions.js';
