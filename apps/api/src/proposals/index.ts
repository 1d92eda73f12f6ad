export { type BallotProject, BallotProjects } from './ballot-projects.js';
export type { ImportedProject, Outcome } from './paper.repository.js';
export {
  POST_WAITS,
  PROPOSAL_MOVED,
  CONSENT_ASKED,
  PROPOSAL_MERGED,
  PROPOSAL_SPLIT,
} from './proposals.events.js';
export { type Post, type PostRef, Posts } from './posts.js';
export { ProposalsModule } from './proposals.module.js';
export { RecordOutcomes } from './record-outcomes.js';
export { RegisterImportedProposals } from './register-imported-proposals.js';
export {
  isOpenForReview,
  ProposalsUnderReview,
  type Reviewed,
  type UnderReview,
} from './proposals-under-review.js';
export {
  ProposalCannotMove,
  ProposalNotYours,
  ProposalUnknown,
  RoundPastReview,
} from './proposals.errors.js';
export { ProposalNumber } from './proposal-number.pipe.js';
export { PROPOSAL_STATES, type ProposalState } from './proposal-states.js';
export {
  FUNDED_STATES,
  type FundedFilter,
  type FundedProposal,
  FundedProposals,
  type FundedState,
} from './funded-proposals.js';
