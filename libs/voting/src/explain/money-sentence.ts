import type { Outcome, ProjectOutcome } from '../model/outcome.js';
import type { RuleSpec } from '../model/rule-spec.js';
import { moneyLeft } from './money-left.js';
import type { VerdictFormat } from './verdict-sentence.js';

/**
 * What an outcome leaves of the budget, why, and what happens to it; or what it spends beyond the budget and which
 * rule allows that. One sentence.
 *
 * @param fate what happens to money left over, where that is known
 */
export function moneySentence(
  outcome: Outcome,
  { money, fate = 'this count spends it on nothing else' }: Pick<VerdictFormat, 'money'> & { fate?: string },
): string {
  const left = moneyLeft(outcome);
  const budget = money(outcome.budgetMinor);
  if (left === 0) return `The whole ${budget} is spent.`;
  if (left < 0) {
    const percent = outcome.params.rule === 'greedy' ? outcome.params.reservePercent : 100;
    return `${money(-left)} more than the ${budget} is spent: this rule pays the first project that does not fit out of a reserve when at least ${percent}% of its cost is left.`;
  }
  return `${money(left)} of ${budget} is left because ${whyLeft(outcome, left)}; ${fate}.`;
}

function whyLeft({ projects, params }: Outcome, left: number): string {
  const losers = projects.filter(({ funded, reason }) => !funded && reason.kind !== 'part-funded');
  if (losers.length === 0) return 'every project is funded';
  const fitting = losers.filter(({ costMinor }) => costMinor <= left);
  if (fitting.length === 0) return 'every project that was not funded costs more than that';
  return listed([...new Set(fitting.map((project) => whyNot(project, params)))]);
}

/** Why a project that the money left would pay for is not funded. */
function whyNot({ reason }: ProjectOutcome, params: RuleSpec): string {
  switch (reason.kind) {
    case 'withdrawn':
      return 'a project was withdrawn after the vote';
    case 'no-support':
      return 'nobody voted for a project that would fit';
    case 'below-threshold':
    case 'not-eligible':
      return 'what would fit has too few votes';
    case 'conflict':
      return 'what would fit excludes a project that is funded';
    case 'group-cap':
      return `the limit for ${reason.group} is reached`;
    case 'count-stopped':
    case 'did-not-fit':
      return 'the count ends at the first project that does not fit';
    case 'supporters-too-few':
    case 'money-spent-elsewhere':
      return `${params.rule === 'equal-shares' ? 'Equal Shares' : 'the rule'} only spends what a project\u2019s own supporters have left, and this round does not fill up the rest by votes`;
    default:
      return 'the rule chose other projects';
  }
}

function listed(reasons: readonly string[]): string {
  return reasons.length < 2 ? reasons.join('') : `${reasons.slice(0, -1).join(', ')} and ${reasons.at(-1)}`;
}
