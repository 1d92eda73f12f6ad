import type { EventKind } from '../platform/events/index.js';
import type { PostRef } from './posts.js';
import type { ProposalState } from './proposal-states.js';

/** Written by the database itself with every change of state (trigger `proposals_moved`). */
export const PROPOSAL_MOVED: EventKind<{
  readonly number: number;
  readonly from: ProposalState;
  readonly to: ProposalState;
}> = { name: 'proposal.moved' };

/** Somebody under 18 wrote something: a moderator reads it before it is public. */
export const POST_WAITS: EventKind<PostRef> = { name: 'proposal.post-waits' };
