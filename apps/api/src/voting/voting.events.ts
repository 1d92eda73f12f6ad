import type { EventKind } from '../platform/events/index.js';

/** The vote is over: its ballots are verified and stored, and nobody can take part any more. */
export const VOTE_STORED: EventKind<{ readonly roundId: string }> = { name: 'vote.stored' };
