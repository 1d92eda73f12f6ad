import { ineligible, rivalsOf } from '../counting/eligibility.js';
import { tallyOf } from '../counting/tally.js';
import { tieOrder } from '../counting/tie-order.js';
import { utilityScale } from '../counting/utility.js';
import type { Election } from '../model/election.js';
import type { Outcome } from '../model/outcome.js';
import { Cells } from '../rules/equal-shares/cells.js';
import { SharesCounter, type RunState } from '../rules/equal-shares/shares-counter.js';
import type { Purses } from '../rules/equal-shares/purses.js';

/**
 * Effective support of projects under Equal Shares, in whole per cent: the largest part of its cost a project's
 * supporters could ever have covered at the price the round's winner was bought at, or with all they had left
 * at the end. 100 and more: funded (a loser at exactly 100 was level and lost by the tie-break). 96: nearly.
 *
 * Losers are followed in one run at the final share; each funded project needs a run of its own without it.
 * Source: pabutools `calculate_effective_supports`, on single ballots.
 *
 * @param projectIds those to work out; all losers when absent
 * @throws Error when the outcome was not counted by Equal Shares or the election had no ballots
 */
export function effectiveSupport(
  election: Election,
  outcome: Outcome,
  projectIds: readonly string[] = outcome.projects.filter(({ funded }) => !funded).map(({ id }) => id),
): ReadonlyMap<string, number> {
  const { params: spec, endowment } = outcome;
  if (spec.rule !== 'equal-shares' || endowment === undefined) throw new Error('not an Equal Shares outcome');
  const tally = tallyOf(election);
  const scale = utilityScale(tally, spec.utility);
  const reasons = ineligible(tally, spec);
  const candidates = tally.ids
    .map((_, p) => p)
    .filter((p) => reasons[p] === null && outcome.projects[p]!.reason.kind !== 'not-eligible');
  const E = (BigInt(endowment.num) * BigInt(tally.n)) / BigInt(endowment.den);
  const follow = (without: number | null, followed: readonly number[]): number[] => {
    const open = candidates.filter((p) => p !== without);
    const counter = new SharesCounter(tally, scale, open, rivalsOf(tally, spec), tieOrder(tally, spec));
    let cells: Cells | null = null;
    const per = (p: number) => (scale.timesCost ? tally.costs[p]! : 1);
    const most = followed.map(() => 0);
    const watch = (p: number, { purses, quote }: RunState) => {
      cells ??= new Cells(counter.supporters, purses);
      for (const [i, q] of followed.entries()) {
        const price = (quote.value / per(p)) * per(q);
        most[i] = Math.max(most[i]!, cover(cells, purses, q, price));
      }
    };
    counter.run(E, 0, { beforePaying: watch, afterPaying: () => undefined });
    followed.forEach((q, i) => (most[i] = Math.max(most[i]!, counter.moneyLeft(q))));
    return most;
  };
  const indexes = projectIds.map((id) => tally.indexOf.get(id)!);
  const losers = indexes.filter((p) => !outcome.projects[p]!.funded);
  const covers = new Map(follow(null, losers).map((value, i) => [losers[i]!, value]));
  return new Map(
    indexes.map((p) => {
      const covered = covers.get(p) ?? follow(p, [p])[0]!;
      const cost = tally.costs[p]!;
      const percent = cost === 0 ? 100 : Math.floor((100 * covered) / cost + 1e-9);
      return [tally.ids[p]!, outcome.projects[p]!.funded ? Math.max(100, percent) : percent];
    }),
  );
}

/** What the supporters of q would pay together if each unit of share cost `price`. */
function cover(cells: Cells, purses: Purses, q: number, price: number): number {
  cells.gather(q);
  let sum = 0;
  for (let i = 0; i < cells.count; i++) {
    sum += cells.weight[i]! * Math.min(purses.money[cells.purse[i]!]!, price * cells.share[i]!);
  }
  return sum;
}
