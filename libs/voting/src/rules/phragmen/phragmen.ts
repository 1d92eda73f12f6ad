import { emptyDraft, finish, fund, isFunded, type Draft } from '../../counting/draft.js';
import { ineligible, rivalsOf } from '../../counting/eligibility.js';
import type { Tally } from '../../counting/tally.js';
import { tieOrder, type TieOrder } from '../../counting/tie-order.js';
import { fraction, toNumber } from '../../exact/fraction.js';
import type { Outcome } from '../../model/outcome.js';
import type { PhragmenSpec } from '../../model/rule-spec.js';
import { fillByVotes } from '../greedy/fill-by-votes.js';
import { misfit } from '../greedy/walk.js';
import { compareLoads, Loads } from './loads.js';

/**
 * Sequential Phragmen with a budget: buys the project whose supporters then bear the smallest load each.
 *
 * With `stop` the count ends as soon as a project with the smallest load does not fit the money left, even if
 * another with the same load would; with `skip` it is passed over. Projects without votes are never bought, and
 * points are not read. Exact: loads are compared as fractions wherever doubles are too close.
 * Source: Brill, Forster, Lackner, Maly, Peters (2023), "Proportionality in Approval-Based PB"; stopping as in
 * pabutools `sequential_phragmen`.
 */
export function phragmen(tally: Tally, spec: PhragmenSpec): Outcome {
  const ties = tieOrder(tally, spec);
  const rivals = rivalsOf(tally, spec);
  const draft = emptyDraft(tally, ineligible(tally, spec));
  const all = tally.ids.map((_, p) => p);
  for (const p of all) {
    if (draft.reasons[p] !== null) continue;
    if (tally.votes[p] === 0) draft.reasons[p] = { kind: 'no-support' };
    else if (tally.costs[p]! > tally.budget) draft.reasons[p] = misfit(tally, p, tally.budget, 'rule');
  }
  buyByLoad(draft, tally, spec, ties, rivals);
  if (spec.completion === 'utilitarian') {
    const open = all.filter((p) =>
      ['no-support', 'count-stopped', 'did-not-fit'].includes(draft.reasons[p]!.kind),
    );
    fillByVotes(draft, tally, spec, ties, rivals, open);
  }
  return finish(draft, tally, spec);
}

function buyByLoad(
  draft: Draft,
  tally: Tally,
  spec: PhragmenSpec,
  ties: TieOrder,
  rivals: readonly (readonly number[])[],
): void {
  const loads = new Loads(tally);
  let active = tally.ids.map((_, p) => p).filter((p) => draft.reasons[p] === null);
  // Loads only rise, so the last load worked out stays a lower bound.
  const low = tally.ids.map(() => 0);
  while (active.length > 0) {
    const level = smallestLoads(active, loads, low);
    level.sort((a, b) => ties.rank[a]! - ties.rank[b]!);
    const misfits = level.filter((p) => tally.costs[p]! > draft.remaining);
    if (misfits.length > 0 && spec.onMisfit === 'stop') {
      for (const p of active) {
        const atProjectId = tally.ids[misfits[0]!]!;
        draft.reasons[p] = { kind: 'count-stopped', atProjectId, remainingMinor: draft.remaining };
      }
      return;
    }
    for (const p of misfits) draft.reasons[p] = misfit(tally, p, draft.remaining, 'rule');
    const fitting = level.filter((p) => !misfits.includes(p));
    if (fitting.length > 0) buy(draft, tally, spec, loads, rivals, fitting);
    active = active.filter((p) => draft.reasons[p] === null);
  }
}

/** All projects whose load, were they bought, is exactly the smallest. Refreshes `low` for those looked at. */
function smallestLoads(active: number[], loads: Loads, low: number[]): number[] {
  active.sort((a, b) => low[a]! - low[b]!);
  let best = Infinity;
  const near: number[] = [];
  for (const p of active) {
    if (low[p]! > best) break;
    const { value, error } = loads.ifBought(p);
    low[p] = value - error;
    best = Math.min(best, value + error);
    near.push(p);
  }
  const level = near.filter((p) => low[p]! <= best);
  if (level.length === 1) return level;
  const exact = new Map(level.map((p) => [p, loads.exactIfBought(p)]));
  const compare = (p: number, q: number) => compareLoads(exact.get(p)!, exact.get(q)!);
  const smallest = level.reduce((p, q) => (compare(q, p) < 0 ? q : p));
  return level.filter((p) => compare(p, smallest) === 0);
}

function buy(
  draft: Draft,
  tally: Tally,
  spec: PhragmenSpec,
  loads: Loads,
  rivals: readonly (readonly number[])[],
  level: readonly number[],
): void {
  const chosen = level[0]!;
  const load = loads.buy(chosen);
  const key = toNumber(load.a, load.d);
  if (level.length > 1) {
    draft.ties.push({
      round: draft.rounds.length + 1,
      phase: 'rule',
      projectIds: level.map((p) => tally.ids[p]!),
      chosen: tally.ids[chosen]!,
      resolvedBy: spec.tie,
      key,
      times: 1,
      inFinalRun: true,
    });
  }
  fund(draft, tally, chosen, {
    phase: 'rule',
    keyName: 'load',
    key,
    keyExact: fraction(load.a, load.d),
    supporters: tally.votes[chosen]!,
  });
  for (const rival of rivals[chosen]!) {
    if (draft.reasons[rival] === null && !isFunded(draft, rival)) {
      draft.reasons[rival] = { kind: 'conflict', withProjectId: tally.ids[chosen]! };
    }
  }
}
