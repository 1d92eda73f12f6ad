import { fund, isFunded, type Draft } from '../../counting/draft.js';
import type { Tally } from '../../counting/tally.js';
import type { Reason, RoundRecord } from '../../model/outcome.js';
import type { TieRule } from '../../model/rule-spec.js';
import type { Caps } from './caps.js';
import type { GreedyKeys } from './order.js';

/** One way of walking down an ordered list. */
export interface WalkPolicy {
  readonly phase: RoundRecord['phase'];
  readonly onMisfit: 'skip' | 'stop' | 'reserve' | 'part';
  readonly reservePercent: number;
  readonly rivals: readonly (readonly number[])[];
  readonly caps: Caps;
  readonly tie: TieRule;
}

/**
 * Walks down `order` once, funding what fits; every project passed gets its reason.
 * @returns money left before each place that was reached
 */
export function walk(
  draft: Draft,
  tally: Tally,
  order: readonly number[],
  keys: GreedyKeys,
  policy: WalkPolicy,
): number[] {
  const leftBefore: number[] = [];
  const record = (p: number) => ({
    phase: policy.phase,
    keyName: keys.name,
    key: keys.value(p),
    keyExact: keys.exact(p),
    supporters: tally.votes[p]!,
  });
  let stoppedAt: number | null = null;
  order.forEach((p, place) => {
    if (stoppedAt !== null) {
      draft.reasons[p] = stopReason(tally, stoppedAt, draft.remaining);
      return;
    }
    leftBefore.push(draft.remaining);
    recordTie(draft, tally, order, place, keys, policy);
    const cost = tally.costs[p]!;
    const rival = policy.rivals[p]!.find((other) => isFunded(draft, other));
    const capped = policy.caps.reason(p);
    if (rival !== undefined) {
      draft.reasons[p] = { kind: 'conflict', withProjectId: tally.ids[rival]! };
    } else if (capped !== null) {
      draft.reasons[p] = capped;
      if (policy.onMisfit !== 'skip') policy.caps.close(p);
    } else if (cost <= draft.remaining) {
      fund(draft, tally, p, record(p));
    } else if (policy.onMisfit === 'skip') {
      draft.reasons[p] = misfit(tally, p, draft.remaining, policy.phase);
    } else {
      stoppedAt = p;
      if (policy.onMisfit === 'reserve' && 100 * draft.remaining >= policy.reservePercent * cost) {
        const reserveMinor = cost - draft.remaining;
        const round = fund(draft, tally, p, record(p));
        draft.reasons[p] = { kind: 'funded-from-reserve', round, reserveMinor };
      } else if (policy.onMisfit === 'part' && draft.remaining > 0) {
        const grantedMinor = draft.remaining;
        draft.reasons[p] = { kind: 'part-funded', grantedMinor, shortMinor: cost - grantedMinor };
      } else {
        draft.reasons[p] = stopReason(tally, p, draft.remaining);
      }
    }
  });
  return leftBefore;
}

function stopReason(tally: Tally, at: number, remainingMinor: number): Reason {
  return { kind: 'count-stopped', atProjectId: tally.ids[at]!, remainingMinor };
}

/** Why p was passed over although its turn came with `remaining` left. */
export function misfit(tally: Tally, p: number, remaining: number, phase: RoundRecord['phase']): Reason {
  const cost = tally.costs[p]!;
  return cost > tally.budget
    ? { kind: 'dearer-than-budget', shortMinor: cost - tally.budget }
    : { kind: 'did-not-fit', phase, remainingMinor: remaining, shortMinor: cost - remaining };
}

/** Level projects of which at least two could be funded now: the tie-break, not the votes, says which. */
function recordTie(
  draft: Draft,
  tally: Tally,
  order: readonly number[],
  place: number,
  keys: GreedyKeys,
  policy: WalkPolicy,
): void {
  const p = order[place]!;
  if (place > 0 && keys.compare(order[place - 1]!, p) === 0) return;
  const level: number[] = [];
  for (let i = place; i < order.length && keys.compare(order[i]!, p) === 0; i++) {
    const q = order[i]!;
    const blocked = policy.rivals[q]!.some((other) => isFunded(draft, other)) || policy.caps.reason(q);
    if (tally.costs[q]! <= draft.remaining && !blocked) level.push(q);
  }
  if (level.length < 2) return;
  draft.ties.push({
    round: draft.rounds.length + 1,
    phase: policy.phase,
    projectIds: level.map((q) => tally.ids[q]!),
    chosen: tally.ids[level[0]!]!,
    resolvedBy: policy.tie,
    key: keys.value(p),
    times: 1,
    inFinalRun: true,
  });
}
