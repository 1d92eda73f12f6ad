import type { RoundNow } from '../rounds/index.js';
import type { Proposal } from './proposal.js';
import { RoundNotTakingIdeas } from './proposals.errors.js';

/** Whether answers of the review, and what hangs on them, can still change. */
export function isInReview({ state }: RoundNow): boolean {
  return state === 'ideas' || state === 'review';
}

/**
 * New ideas come in while the round is open for them; one that was asked for changes may come back
 * until the review is over.
 *
 * @throws RoundNotTakingIdeas
 */
export function mustTake(round: RoundNow, proposal: Proposal): void {
  const takes = round.state === 'ideas' || (round.state === 'review' && proposal.state === 'changes-asked');
  if (!takes) throw new RoundNotTakingIdeas(round.state);
}
