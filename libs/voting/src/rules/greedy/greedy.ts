import { emptyDraft, finish, isFunded, type Draft } from '../../counting/draft.js';
import { ineligible, rivalsOf } from '../../counting/eligibility.js';
import type { Tally } from '../../counting/tally.js';
import { tieOrder } from '../../counting/tie-order.js';
import type { Outcome } from '../../model/outcome.js';
import type { GreedySpec } from '../../model/rule-spec.js';
import { capsOf, noCaps } from './caps.js';
import { addLacked } from './lacked.js';
import { greedyKeys, greedyOrder, type GreedyKeys } from './order.js';
import { walk, type WalkPolicy } from './walk.js';

/**
 * Most votes (or votes per money) first, with the variants cities use: stopping at the first misfit,
 * the Poznan reserve, thresholds, projects that exclude each other, limits per category and neighbourhood.
 *
 * Projects nobody voted for are left out unless `minVotes` is 0; then they are funded too when they still fit, as
 * pabutools does. Total cost stays within the budget, except for the one project a reserve completes. O(p log p) after the ballots are tallied.
 * Source: pabutools `greedy_utilitarian_welfare`; city variants as declared in Pabulib files.
 */
export function greedy(tally: Tally, spec: GreedySpec): Outcome {
  const draft = emptyDraft(tally, ineligible(tally, spec));
  const ties = tieOrder(tally, spec);
  const keys = greedyKeys(tally, spec.utility);
  const eligible = tally.ids.map((_, p) => p).filter((p) => draft.reasons[p] === null);
  const order = greedyOrder(eligible, keys, ties);
  const policy: WalkPolicy = {
    phase: 'rule',
    onMisfit: spec.onMisfit,
    reservePercent: spec.reservePercent,
    rivals: rivalsOf(tally, spec),
    caps: capsOf(draft, tally, spec),
    tie: spec.tie,
  };
  const leftBefore = walk(draft, tally, order, keys, policy);
  addLacked(draft, tally, order, leftBefore, spec, ties);
  spendLeftover(draft, tally, order, keys, policy, spec.leftover);
  return finish(draft, tally, spec);
}

function spendLeftover(
  draft: Draft,
  tally: Tally,
  order: readonly number[],
  keys: GreedyKeys,
  policy: WalkPolicy,
  leftover: GreedySpec['leftover'],
): void {
  if (leftover === 'none') return;
  const open = order.filter((p) => !isFunded(draft, p));
  const before = [...draft.reasons];
  walk(draft, tally, open, keys, {
    ...policy,
    phase: 'leftover',
    onMisfit: leftover === 'fill' ? 'skip' : 'part',
    caps: noCaps,
  });
  // The reason of the main count says more than having missed the remainder too.
  for (const p of open) {
    const now = draft.reasons[p]!.kind;
    if (now !== 'funded' && now !== 'part-funded') draft.reasons[p] = before[p]!;
  }
}
