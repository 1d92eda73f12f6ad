import type { EventKind } from '../platform/events/index.js';
import type { PostRef } from './posts.js';
import type { ProposalState } from './proposal-states.js';

/** Two proposals became one: the first is closed, the other goes on for both. */
export const PROPOSAL_MERGED: EventKind<{ readonly number: number; readonly into: number }> = {
  name: 'proposal.merged',
};

/** One proposal became several: it keeps its number, `parts` are the new ones. */
export const PROPOSAL_SPLIT: EventKind<{ readonly number: number; readonly parts: readonly number[] }> = {
  name: 'proposal.split',
};

/** The authors of these proposals are asked whether they agree to a suggestion. */
export const CONSENT_ASKED: EventKind<{ readonly suggestion: string; readonly numbers: readonly number[] }> =
  {
    name: 'proposal.consent-asked',
  };

/** Written by the database itself with every change of state (trigger `proposals_moved`). */
export const PROPOSAL_MOVED: EventKind<{
  readonly number: number;
  readonly from: ProposalState;
  readonly to: ProposalState;
}> = { name: 'proposal.moved' };

/** Somebody under 18 wrote something: a moderator reads it before it is public. */
export const POST_WAITS: EventKind<PostRef> = { name: 'proposal.post-waits' };
