import { isFunded, type Draft } from '../../counting/draft.js';
import type { Tally } from '../../counting/tally.js';
import type { TieOrder } from '../../counting/tie-order.js';
import type { Reason } from '../../model/outcome.js';
import type { RuleSpec, Utility } from '../../model/rule-spec.js';
import { noCaps } from './caps.js';
import { greedyKeys, greedyOrder } from './order.js';
import { walk } from './walk.js';

/** Votes for utilities that read listing only, points for those that read points. */
export function fillUtility(utility: Utility): Utility {
  return utility === 'cost' || utility === 'card' ? 'cost' : 'costpoints';
}

/**
 * Utilitarian completion: greedily by votes (or points) over the projects a rule left, by the same tie order.
 * A loser keeps the rule's reason, with what was left when this came to it.
 */
export function fillByVotes(
  draft: Draft,
  tally: Tally,
  spec: RuleSpec,
  ties: TieOrder,
  rivals: readonly (readonly number[])[],
  open: readonly number[],
): void {
  const keys = greedyKeys(tally, fillUtility(spec.utility));
  const before = [...draft.reasons];
  const order = greedyOrder(
    open.filter((p) => !isFunded(draft, p)),
    keys,
    ties,
  );
  walk(draft, tally, order, keys, {
    phase: 'completion',
    onMisfit: 'skip',
    reservePercent: 100,
    rivals,
    caps: noCaps,
    tie: spec.tie,
  });
  for (const p of order) {
    if (isFunded(draft, p)) continue;
    draft.reasons[p] = withCompletion(before[p] ?? null, draft.reasons[p]!);
  }
}

function withCompletion(before: Reason | null, now: Reason): Reason {
  if (before === null) return now;
  const explained = before.kind === 'supporters-too-few' || before.kind === 'money-spent-elsewhere';
  if (explained && now.kind === 'did-not-fit') {
    const { remainingMinor, shortMinor } = now;
    return { ...before, completion: { remainingMinor, shortMinor } };
  }
  // The fill is the later and nearer miss than the rule having stopped early.
  if (before.kind === 'count-stopped' || before.kind === 'did-not-fit') return now;
  return now.kind === 'conflict' ? now : before;
}
