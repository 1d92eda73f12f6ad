import type { Draft } from '../../counting/draft.js';
import type { Tally } from '../../counting/tally.js';
import type { TieOrder } from '../../counting/tie-order.js';
import type { GreedySpec } from '../../model/rule-spec.js';

/**
 * Adds to each loser's reason how many more votes (or points) would have funded it, all else equal:
 * enough to come before the last place at which the money left still covered its cost.
 * Told only where one more vote is one more step of the key (votes or points, no group limits).
 */
export function addLacked(
  draft: Draft,
  tally: Tally,
  order: readonly number[],
  leftBefore: readonly number[],
  spec: GreedySpec,
  ties: TieOrder,
): void {
  if (spec.utility !== 'cost' && spec.utility !== 'costpoints') return;
  if (Object.keys(spec.categoryCaps).length + Object.keys(spec.neighbourhoodCaps).length > 0) return;
  const measure = spec.utility === 'cost' ? 'votes' : 'score';
  const key = tally[measure];
  order.forEach((p, place) => {
    const reason = draft.reasons[p];
    if (reason?.kind !== 'did-not-fit' && reason?.kind !== 'count-stopped') return;
    let ahead = Math.min(place - 1, leftBefore.length - 1);
    while (ahead >= 0 && leftBefore[ahead]! < tally.costs[p]!) ahead--;
    if (ahead < 0) return;
    const passed = order[ahead]!;
    const more = key[passed]! - key[p]! + (ties.beatsIfLevel(p, passed) ? 0 : 1);
    draft.reasons[p] = { ...reason, lacked: { measure, more } };
  });
}
