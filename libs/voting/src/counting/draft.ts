import type { Outcome, ProjectOutcome, Reason, RoundRecord, TieMet } from '../model/outcome.js';
import type { RuleSpec } from '../model/rule-spec.js';
import type { Tally } from './tally.js';

/** An outcome while a rule is still writing it. */
export interface Draft {
  readonly rounds: RoundRecord[];
  readonly ties: TieMet[];
  /** By project index. */
  readonly reasons: (Reason | null)[];
  /** Indexes in the order funded. */
  readonly funded: number[];
  remaining: number;
}

export function emptyDraft(tally: Tally, reasons: (Reason | null)[]): Draft {
  return { rounds: [], ties: [], reasons, funded: [], remaining: tally.budget };
}

/** Funds project p as the next round and fills in what the record can know by itself. */
export function fund(
  draft: Draft,
  tally: Tally,
  p: number,
  record: Omit<RoundRecord, 'round' | 'projectId' | 'costMinor' | 'remainingMinor'>,
): number {
  const round = draft.rounds.length + 1;
  draft.remaining -= tally.costs[p]!;
  draft.funded.push(p);
  draft.reasons[p] = { kind: 'funded', round, phase: record.phase };
  draft.rounds.push({
    round,
    projectId: tally.ids[p]!,
    costMinor: tally.costs[p]!,
    remainingMinor: draft.remaining,
    ...record,
  });
  return round;
}

export function isFunded(draft: Draft, p: number): boolean {
  const kind = draft.reasons[p]?.kind;
  return kind === 'funded' || kind === 'funded-from-reserve';
}

/** Closes a draft. Every project must have its reason by now, and nothing but a reserve may exceed the budget. */
export function finish(draft: Draft, tally: Tally, spec: RuleSpec, extra: Partial<Outcome> = {}): Outcome {
  const order = new Map(draft.funded.map((p, place) => [p, place + 1]));
  const projects = tally.ids.map((id, p): ProjectOutcome => {
    const reason = draft.reasons[p];
    if (!reason) throw new Error(`project ${id} was left without a reason`);
    return {
      id,
      votes: tally.votes[p]!,
      score: tally.score[p]!,
      costMinor: tally.costs[p]!,
      funded: order.has(p),
      order: order.get(p) ?? null,
      reason,
    };
  });
  const totalCostMinor = draft.funded.reduce((sum, p) => sum + tally.costs[p]!, 0);
  const allowed = draft.reasons.reduce(
    (sum, reason) => sum + (reason?.kind === 'funded-from-reserve' ? reason.reserveMinor : 0),
    tally.budget,
  );
  if (totalCostMinor > allowed) throw new Error(`${totalCostMinor} spent of ${allowed}`);
  return {
    rule: spec.rule,
    version: spec.version,
    params: spec,
    winners: draft.funded.map((p) => tally.ids[p]!),
    totalCostMinor,
    budgetMinor: tally.budget,
    ballots: tally.n,
    ...extra,
    rounds: draft.rounds,
    ties: draft.ties,
    projects,
  };
}
