import { roundStateAt } from './round-state.js';
import type { RoundNow } from './round.js';
import type { RoundRead } from './rounds.repository.js';

/** A round with the state it is in at the moment it was read. */
export function roundNow({ round, now }: RoundRead): RoundNow {
  const { state, since, nextChangeAt } = roundStateAt(round, now);
  return { ...round, now, state, stateSince: since, nextChangeAt };
}
