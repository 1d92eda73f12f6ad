import { emptyDraft, finish, fund, isFunded, type Draft } from '../../counting/draft.js';
import { ineligible, rivalsOf } from '../../counting/eligibility.js';
import type { Tally } from '../../counting/tally.js';
import { tieOrder } from '../../counting/tie-order.js';
import { utilityScale } from '../../counting/utility.js';
import { ElectionInvalid } from '../../model/errors.js';
import { gcd } from '../../exact/fraction.js';
import type { Outcome } from '../../model/outcome.js';
import type { MaxWelfareSpec } from '../../model/rule-spec.js';
import { misfit } from '../greedy/walk.js';
import { bestSet, LARGEST_TOTAL, type Item } from './knapsack.js';

/**
 * The affordable set with the largest sum of utilities; of several, the one that comes first by tie-break order:
 * it has the first project if any best set has, then the second, and so on. Projects worth nothing stay out.
 *
 * `objective` counts costs in minor units where the utility reads costs. Branch and bound; exponential in theory,
 * far below a second on real elections.
 * Source: knapsack, as pabutools `max_additive_utilitarian_welfare`.
 *
 * @throws ElectionInvalid when the numbers are too large to be added exactly
 * @throws WelfareTooHard when too many sets are too nearly as good for the best to be proved
 */
export function maxWelfare(tally: Tally, spec: MaxWelfareSpec): Outcome {
  const { rank } = tieOrder(tally, spec);
  const rivals = rivalsOf(tally, spec);
  const worth = worthOf(tally, spec);
  const draft = emptyDraft(tally, ineligible(tally, spec));
  tally.ids.forEach((_, p) => {
    if (draft.reasons[p] !== null) return;
    if (worth[p] === 0n && !isFree(tally, p)) draft.reasons[p] = { kind: 'no-support' };
    else if (tally.costs[p]! > tally.budget) draft.reasons[p] = misfit(tally, p, tally.budget, 'rule');
  });
  const open = tally.ids.map((_, p) => p).filter((p) => draft.reasons[p] === null && worth[p]! > 0n);
  const unit = open.reduce((common, p) => gcd(common, worth[p]!), 0n);
  const size = (p: number) => Number(worth[p]! / unit);
  if (open.reduce((sum, p) => sum + size(p), 0) > LARGEST_TOTAL) {
    throw new ElectionInvalid('too large to add exactly', 'sum of votes and costs');
  }
  // Densest first; ties by rank, so that the search does not depend on the order of the paper.
  const order = [...open].sort((a, b) => denser(tally, worth, a, b) || rank[a]! - rank[b]!);
  const place = new Map(order.map((p, i) => [p, i]));
  const items = order.map((p): Item => ({
    worth: size(p),
    cost: tally.costs[p]!,
    rivals: rivals[p]!.flatMap((q) => place.get(q) ?? []),
  }));
  const byRank = items.map((_, i) => i).sort((a, b) => rank[order[a]!]! - rank[order[b]!]!);
  const chosen = firstBestSet(items, tally.budget, byRank);
  for (const i of chosen) fundItem(draft, tally, order[i]!, worth);
  const free = tally.ids.map((_, p) => p).filter((p) => draft.reasons[p] === null && worth[p] === 0n);
  for (const p of free.sort((a, b) => rank[a]! - rank[b]!)) {
    if (!rivals[p]!.some((q) => isFunded(draft, q))) fundItem(draft, tally, p, worth);
  }
  for (const p of [...open, ...free]) {
    const rival = rivals[p]!.find((q) => isFunded(draft, q));
    if (isFunded(draft, p)) continue;
    draft.reasons[p] =
      rival === undefined
        ? { kind: 'not-in-best-set' }
        : { kind: 'conflict', withProjectId: tally.ids[rival]! };
  }
  const objective = chosen.reduce((sum, i) => sum + worth[order[i]!]!, 0n);
  return finish(draft, tally, spec, { objective: String(objective) });
}

/** Fixes one project after the other, in rank order, always keeping a best set possible. */
function firstBestSet(items: readonly Item[], budget: number, byRank: readonly number[]): number[] {
  const patience = { left: 5_000_000 };
  const first = bestSet(items, budget, new Set(), new Set(), patience);
  if (first === null) return [];
  const goal = first.worth;
  let chosen = first.chosen;
  const [forced, barred] = [new Set<number>(), new Set<number>()];
  let left = budget;
  for (const i of byRank) {
    const excluded = items[i]!.rivals.some((rival) => forced.has(rival));
    if (!chosen.includes(i)) {
      const other =
        excluded || items[i]!.cost > left
          ? null
          : bestSet(items, budget, new Set([...forced, i]), barred, patience, goal);
      if (other === null) {
        barred.add(i);
        continue;
      }
      chosen = other.chosen;
    }
    forced.add(i);
    left -= items[i]!.cost;
  }
  return byRank.filter((i) => forced.has(i));
}

/** Costs nothing, so it adds no cost utility, but somebody wants it and it takes nothing from anyone. */
function isFree(tally: Tally, p: number): boolean {
  return tally.costs[p] === 0 && tally.votes[p]! > 0;
}

function worthOf(tally: Tally, spec: MaxWelfareSpec): bigint[] {
  const { total, timesCost } = utilityScale(tally, spec.utility);
  return total.map((sum, p) => BigInt(sum) * (timesCost ? BigInt(tally.costs[p]!) : 1n));
}

function denser(tally: Tally, worth: readonly bigint[], a: number, b: number): number {
  const difference = worth[b]! * BigInt(tally.costs[a]!) - worth[a]! * BigInt(tally.costs[b]!);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function fundItem(draft: Draft, tally: Tally, p: number, worth: readonly bigint[]): void {
  fund(draft, tally, p, {
    phase: 'rule',
    keyName: 'welfare',
    key: Number(worth[p]),
    keyExact: { num: String(worth[p]), den: '1' },
    supporters: tally.votes[p]!,
  });
}
