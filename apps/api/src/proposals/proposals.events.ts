import type { EventKind } from '../platform/events/index.js';
import type { ProposalState } from './proposal-states.js';

/** Written by the database itself with every change of state (trigger `proposals_moved`). */
export const PROPOSAL_MOVED: EventKind<{
  readonly number: number;
  readonly from: ProposalState;
  readonly to: ProposalState;
}> = { name: 'proposal.moved' };
