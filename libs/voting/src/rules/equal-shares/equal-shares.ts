import { emptyDraft, finish, fund, isFunded, type Draft } from '../../counting/draft.js';
import { ineligible, rivalsOf } from '../../counting/eligibility.js';
import type { Tally } from '../../counting/tally.js';
import { tieOrder, type TieOrder } from '../../counting/tie-order.js';
import { utilityScale, type UtilityScale } from '../../counting/utility.js';
import { fraction } from '../../exact/fraction.js';
import type { Outcome, Reason } from '../../model/outcome.js';
import { checkRuleSpec } from '../../spec/check-rule-spec.js';
import type { EqualSharesSpec, GreedySpec } from '../../model/rule-spec.js';
import { fillByVotes, fillUtility } from '../greedy/fill-by-votes.js';
import { greedy } from '../greedy/greedy.js';
import { compareWinners } from './comparison.js';
import { Ledger } from './ledger.js';
import { firstShare, raiseShares, type Raised } from './raise-shares.js';
import { SharesCounter, type SharesRun } from './shares-counter.js';

/**
 * Method of Equal Shares with completions, comparison step and eligibility filter.
 *
 * Every voter has the same share; a project is bought when its supporters can pay for it, the cheapest per
 * unit of utility first. Exact: doubles with error bounds settle what they can, whole numbers the rest.
 * Total cost stays within the budget. Projects without cost that anybody supports are always in.
 * Source: Peters, Pierczynski, Skowron (2021), "Proportional Participatory Budgeting with Additive Utilities".
 */
export function equalShares(
  tally: Tally,
  spec: EqualSharesSpec,
  onProgress: (done: number) => void,
): Outcome {
  const ties = tieOrder(tally, spec);
  const scale = utilityScale(tally, spec.utility);
  const rivals = rivalsOf(tally, spec);
  const barred = ineligible(tally, spec);
  const reasons = barred.map((reason, p) => reason ?? filteredOut(tally, spec, p));
  const candidates = tally.ids.map((_, p) => p).filter((p) => reasons[p] === null);
  const counter = new SharesCounter(tally, scale, candidates, rivals, ties);
  const raised = raise(tally, spec, counter, rivals, candidates, onProgress);
  const draft = emptyDraft(tally, reasons);
  record(draft, tally, spec, scale, counter, rivals, candidates, raised, ties);
  if (spec.completion === 'add1u' || spec.completion === 'utilitarian') {
    fillByVotes(draft, tally, spec, ties, rivals, candidates);
  }
  const steps =
    spec.completion === 'none' || spec.completion === 'utilitarian' ? {} : { increments: raised.increments };
  const endowment = tally.n === 0 ? {} : { endowment: fraction(raised.E, BigInt(tally.n)) };
  const outcome = finish(draft, tally, spec, { ...endowment, ...steps });
  return spec.comparison === 'none' ? outcome : compared(tally, spec, draft, outcome);
}

function raise(
  tally: Tally,
  spec: EqualSharesSpec,
  counter: SharesCounter,
  rivals: readonly (readonly number[])[],
  candidates: readonly number[],
  onProgress: (done: number) => void,
): Raised {
  if (spec.completion === 'none' || spec.completion === 'utilitarian') {
    const E = firstShare(tally, spec.start);
    const run = counter.run(E);
    return { run, E, increments: 0, ties: run.ties.map((tie) => ({ ...tie, times: 1 })) };
  }
  const isCandidate = new Set(candidates);
  const canStillJoin = (p: number, { bought }: SharesRun) =>
    isCandidate.has(p) &&
    counter.supporters.count[p]! > 0 &&
    !bought.includes(p) &&
    !rivals[p]!.some((rival) => bought.includes(rival));
  return raiseShares(tally, counter, spec, canStillJoin, onProgress);
}

/** Runs once more at the final share, this time writing everything down. */
function record(
  draft: Draft,
  tally: Tally,
  spec: EqualSharesSpec,
  scale: UtilityScale,
  counter: SharesCounter,
  rivals: readonly (readonly number[])[],
  candidates: readonly number[],
  { run, E, ties: met }: Raised,
  order: TieOrder,
): void {
  const { count } = counter.supporters;
  const ledger = new Ledger(tally, scale, count, E);
  counter.run(E, 0, ledger);
  const free = run.bought.length - ledger.rounds.length;
  run.bought.forEach((p, place) => {
    const { project: _project, ...round } = ledger.rounds[place - free] ?? {
      project: p,
      keyName: scale.keyName,
      key: scale.total[p]!,
      keyExact: fraction(BigInt(scale.total[p]!), 1n),
      supporters: count[p]!,
    };
    fund(draft, tally, p, { phase: 'rule', ...round });
  });
  for (const { round, projects, times, rate } of met) {
    draft.ties.push({
      round: round + 1 + free,
      phase: 'rule',
      projectIds: projects.map((p) => tally.ids[p]!),
      chosen: tally.ids[projects[0]!]!,
      resolvedBy: spec.tie,
      key: 1 / rate,
      times,
      inFinalRun: run.ties.some((tie) => tie.round === round && sameList(tie.projects, projects)),
    });
  }
  for (const p of [...candidates].sort((a, b) => order.rank[a]! - order.rank[b]!)) {
    if (isFunded(draft, p)) continue;
    const rival = rivals[p]!.find((other) => isFunded(draft, other));
    if (count[p] === 0) draft.reasons[p] = { kind: 'no-support' };
    else if (rival !== undefined) draft.reasons[p] = { kind: 'conflict', withProjectId: tally.ids[rival]! };
    else draft.reasons[p] = ledger.reasonFor(p, free);
  }
}

function sameList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** Swiecie's filter: a project needs a third of the support per money that spending the whole budget would have. */
function filteredOut(tally: Tally, spec: EqualSharesSpec, p: number): Reason | null {
  if (!spec.eligibilityFilter || tally.budget === 0) return null;
  const scaledCost = BigInt(tally.costs[p]!) * BigInt(tally.n);
  const thrice = 3n * BigInt(tally.budget);
  if (BigInt(tally.votes[p]!) * thrice >= scaledCost) return null;
  const votesNeeded = Number((scaledCost + thrice - 1n) / thrice);
  return { kind: 'not-eligible', votes: tally.votes[p]!, votesNeeded };
}

/** The outcome, or the greedy one by votes if strictly more voters prefer that. */
function compared(tally: Tally, spec: EqualSharesSpec, draft: Draft, outcome: Outcome): Outcome {
  if (spec.comparison === 'none') return outcome;
  const { tie, tieSeed, minVotes, minVotesPercent, thresholdOn, conflicts } = spec;
  const other = greedy(
    tally,
    checkRuleSpec({
      rule: 'greedy',
      utility: fillUtility(spec.utility),
      tie,
      ...(tieSeed === undefined ? {} : { tieSeed }),
      minVotes,
      minVotesPercent,
      thresholdOn,
      conflicts,
    }) as GreedySpec,
  );
  const greedyWinners = other.winners.map((id) => tally.indexOf.get(id)!);
  const { preferFirst, preferSecond } = compareWinners(
    tally,
    draft.funded,
    greedyWinners,
    spec.comparison,
    spec.utility,
  );
  const kept = preferSecond > preferFirst ? 'greedy' : 'equal-shares';
  const comparison = { preferRule: preferFirst, preferGreedy: preferSecond, kept } as const;
  if (kept === 'equal-shares') return { ...outcome, comparison };
  const projects = other.projects.map((project, p): typeof project =>
    !project.funded && isFunded(draft, p) ? { ...project, reason: { kind: 'lost-comparison' } } : project,
  );
  return { ...other, rule: outcome.rule, version: outcome.version, params: spec, comparison, projects };
}
