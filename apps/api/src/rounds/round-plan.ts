import { checkRuleSpec } from '@commonthread/voting';

import { checkPlan } from './check-plan.js';
import type { WriteRoundDto } from './dto/write-round.dto.js';
import type { Phase } from './phases.js';
import type { RoundPlan } from './round.js';

/**
 * What an officer sent, checked and with the defaults of the rule filled in.
 *
 * @throws RoundInvalid | RuleSpecInvalid naming every faulty field at once
 */
export function planOf(sent: WriteRoundDto): RoundPlan & { readonly phases: readonly Phase[] } {
  const { title, summary, description, pots, eligibility, ballotStyle } = sent;
  const plan = {
    title: title.trim(),
    summary: summary.trim(),
    description,
    pots: pots.map(({ name, amountPence }) => ({ name, amountPence })),
    eligibility: { minimumAge: eligibility.minimumAge, connections: eligibility.connections },
    ballotStyle,
    minChoices: sent.minChoices ?? null,
    maxChoices: sent.maxChoices ?? null,
    pointsPerBallot: sent.pointsPerBallot ?? null,
    phases: sent.phases.map(({ kind, opensAt, closesAt }) => ({
      kind,
      opensAt: new Date(opensAt),
      closesAt: new Date(closesAt),
    })),
  };
  checkPlan(plan);
  return { ...plan, rule: checkRuleSpec(sent.rule) };
}
