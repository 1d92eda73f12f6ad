import type { Count } from '../counts/index.js';
import type { RoundDecision } from '../decisions/index.js';
import type { RoundNow } from '../rounds/index.js';
import { OutcomeNotReady, OutcomePublished, RoundCalledOff } from './outcomes.errors.js';
import type { Prepared } from './preview/prepare-outcome.js';

export interface ReadyOutcome {
  readonly count: Count;
  readonly decision: RoundDecision;
  readonly digest: string;
}

/** What can be published as it stands. @throws RoundCalledOff | OutcomePublished | OutcomeNotReady */
export function readyOutcome({ cancelledAt }: RoundNow, prepared: Prepared): ReadyOutcome {
  const { needs, count, decision, digest } = prepared;
  if (cancelledAt) throw new RoundCalledOff();
  if (decision && decision.state !== 'draft') throw new OutcomePublished();
  if (!count || !decision || digest === undefined)
    throw new OutcomeNotReady(needs.filter(({ met }) => !met).map(({ code }) => code));
  return { count, decision, digest };
}
