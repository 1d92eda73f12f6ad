import type { Tally } from '../../counting/tally.js';
import { toNumber } from '../../exact/fraction.js';
import type { EqualSharesSpec } from '../../model/rule-spec.js';
import type { SharesCounter, SharesRun } from './shares-counter.js';

/** A tie met in one or more of the runs tried. */
export interface CountedTie {
  readonly round: number;
  readonly projects: readonly number[];
  readonly rate: number;
  times: number;
}

/** Where raising the share ended. */
export interface Raised {
  readonly run: SharesRun;
  /** n times the share per voter in `run`. */
  readonly E: bigint;
  readonly increments: number;
  readonly ties: readonly CountedTie[];
}

/** n times the first share. */
export function firstShare(tally: Tally, start: EqualSharesSpec['start']): bigint {
  const budget = BigInt(tally.budget);
  if (start === 'exact' || tally.n === 0) return budget;
  const whole = BigInt(tally.n) * BigInt(tally.election.minorPerUnit);
  return (budget / whole) * whole;
}

/**
 * add1 and budget-increase: raises the share step by step and keeps the last outcome within the budget.
 * Stops at the first overshoot (cost may fall again later; that is not looked for), when every supported
 * project is bought, and with `exhaustiveStop` as soon as no other supported project fits. Steps over which
 * the outcome provably cannot change are taken at once.
 */
export function raiseShares(
  tally: Tally,
  counter: SharesCounter,
  spec: EqualSharesSpec,
  canStillJoin: (p: number, run: SharesRun) => boolean,
  onProgress: (done: number) => void,
): Raised {
  const step = stepOf(tally, spec);
  const ties = new Map<string, CountedTie>();
  const perStep = toNumber(step, BigInt(Math.max(1, tally.n)));
  let reach = perStep;
  let E = firstShare(tally, spec.start);
  let run = counter.run(E, reach);
  let increments = 0;
  const rest = () => tally.ids.map((_, p) => p).filter((p) => canStillJoin(p, run));
  countTies(ties, run, 1);
  for (;;) {
    const open = rest();
    const fits = open.some((p) => run.cost + tally.costs[p]! <= tally.budget);
    if (open.length === 0 || (spec.exhaustiveStop && !fits)) break;
    const same = Math.floor((run.window / perStep) * (1 - 1e-12));
    if (!Number.isFinite(same)) break;
    E += BigInt(same) * step;
    increments += same;
    countTies(ties, run, same);
    reach = nextReach(reach, run.window, perStep);
    const next = counter.run(E + step, reach);
    countTies(ties, next, 1);
    if (next.cost > tally.budget) break;
    E += step;
    increments++;
    run = next;
    onProgress(run.cost / tally.budget);
  }
  return { run, E, increments, ties: [...ties.values()] };
}

/** Looks farther while nothing is in the way, and less far where looking that far loosened the bounds too much. */
function nextReach(reach: number, window: number, perStep: number): number {
  return window >= reach ? 1.5 * reach : Math.max(perStep, reach / 1.25);
}

/** What one step adds to n times the share. */
function stepOf({ n, budget, election }: Tally, { completion, increment }: EqualSharesSpec): bigint {
  if (completion === 'budget-increase') {
    return BigInt(increment > 0 ? increment : Math.max(1, Math.round(budget / 100)));
  }
  return BigInt(Math.max(1, n)) * BigInt(increment > 0 ? increment : election.minorPerUnit);
}

function countTies(ties: Map<string, CountedTie>, run: SharesRun, times: number): void {
  if (times === 0) return;
  for (const { round, projects, rate } of run.ties) {
    const key = `${round}:${projects.join()}`;
    const known = ties.get(key);
    // The price where the tie was first met: it depends on no choice of where to run.
    if (known === undefined) ties.set(key, { round, projects, rate, times });
    else known.times += times;
  }
}
