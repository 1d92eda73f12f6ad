import type { DomainError } from '@commonthread/kernel';

import type { OverridePhase } from './round-state.js';
import type { RoundNow } from './round.js';
import { DatesPassed, NotDecidedYet, VoteSkipped } from './rounds.errors.js';

const BEFORE_VOTE: readonly RoundNow['state'][] = ['draft', 'ideas', 'review'];
const AFTER_VOTE: readonly OverridePhase[] = ['counting', 'decided', 'delivering', 'closed'];

/** Why a round does not go there by hand: no vote is skipped, and nothing is decided before a decision is published. */
export function whyNotTo(
  phase: OverridePhase,
  { state, imported, decidedAt }: Pick<RoundNow, 'state' | 'imported' | 'decidedAt'>,
): DomainError | null {
  if (!imported && BEFORE_VOTE.includes(state) && AFTER_VOTE.includes(phase)) return new VoteSkipped();
  if (phase !== 'counting' && AFTER_VOTE.includes(phase) && !decidedAt) return new NotDecidedYet();
  return null;
}

/** Why a draft does not open: a part of its timetable up to the vote is over already, so nobody could take part in it. */
export function whyNotOpen({ phases, now }: Pick<RoundNow, 'phases' | 'now'>): DomainError | null {
  const over = phases.filter(
    ({ kind, closesAt }) => ['ideas', 'review', 'voting'].includes(kind) && closesAt <= now,
  );
  return over.length > 0 ? new DatesPassed(over) : null;
}
