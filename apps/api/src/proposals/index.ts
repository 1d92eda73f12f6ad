export { type BallotProject, BallotProjects } from './ballot-projects.js';
export type { ImportedProject, Outcome } from './paper.repository.js';
export { POST_WAITS, PROPOSAL_MOVED } from './proposals.events.js';
export { type Post, type PostRef, Posts } from './posts.js';
export { ProposalsModule } from './proposals.module.js';
export { RecordOutcomes } from './record-outcomes.js';
export { RegisterImportedProposals } from './register-imported-proposals.js';
