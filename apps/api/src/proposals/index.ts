export { type BallotProject, BallotProjects } from './ballot-projects.js';
export type { ImportedProject, Outcome } from './paper.repository.js';
export { CONSENT_ASKED, PROPOSAL_MERGED, PROPOSAL_MOVED, PROPOSAL_SPLIT } from './proposals.events.js';
export { ProposalsModule } from './proposals.module.js';
export { RecordOutcomes } from './record-outcomes.js';
export { RegisterImportedProposals } from './register-imported-proposals.js';
