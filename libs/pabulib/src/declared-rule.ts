import { DomainError } from '@commonthread/kernel';
import type { EqualSharesSpec, GreedySpec } from '@commonthread/voting';

import { readMoney } from './money.js';
import type { PbHead } from './pb-file.js';
import { cellList, hasScore } from './words.js';

/** The file names no rule, or one that cannot be counted from what the file says. */
export class RuleNotCountable extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'pabulib.rule-not-countable';

  constructor(rule: string, reason: string) {
    super(`rule "${rule}": ${reason}`, { rule, reason });
  }
}

/** A rule as a file declares it; `checkRuleSpec` of the voting library fills in the rest. */
export type DeclaredRule =
  | ({ readonly rule: 'greedy' } & Partial<GreedySpec>)
  | ({ readonly rule: 'equal-shares' } & Partial<EqualSharesSpec>);

/**
 * The rule the city says it used, in the voting library's words. Ties go to the project listed first:
 * cities sort their lists, and the order of rows is the only trace of how they settled ties.
 *
 * @throws RuleNotCountable when the rule is unknown, or explained only in the comment
 */
export function declaredRule({ meta, voteType, minorPerUnit }: PbHead): DeclaredRule {
  const rule = (meta.get('rule') ?? '').toLowerCase();
  const scored = hasScore(voteType);
  const threshold = Number(meta.get('min_project_score_threshold') ?? 0);
  const common = {
    tie: 'paper-order',
    minVotes: Number.isSafeInteger(threshold) ? threshold : 0,
    thresholdOn: scored ? 'score' : 'votes',
  } as const;
  if (rule.startsWith('equalshares')) return { ...equalShares(rule), ...common };
  return {
    rule: 'greedy',
    ...common,
    utility: scored ? 'costpoints' : 'cost',
    ...misfit(rule, meta.get('comment') ?? ''),
    ...caps(meta, minorPerUnit),
  };
}

/** Whole shares to begin with, raised until the budget would be overshot: as in Wieliczka 2023 and Pabulib's checker. */
function equalShares(rule: string): DeclaredRule {
  const [, add1, comparison] = /^equalshares(\/add1)?(-comparison)?$/.exec(rule) ?? [];
  if (!/^equalshares(\/add1)?(-comparison)?$/.test(rule))
    throw new RuleNotCountable(rule, 'not one known here');
  return {
    rule: 'equal-shares',
    utility: 'cost',
    completion: add1 ? 'add1' : 'none',
    start: 'floor',
    exhaustiveStop: false,
    comparison: comparison ? 'satisfaction' : 'none',
  };
}

function misfit(rule: string, comment: string): Pick<Partial<GreedySpec>, 'onMisfit' | 'reservePercent'> {
  switch (rule) {
    case 'greedy':
    case 'greedy-threshold':
      return { onMisfit: 'skip' };
    case 'greedy-no-skip':
      return { onMisfit: 'stop' };
    case 'greedy-custom': {
      // Poznan's rule, told in the comment of its files.
      const percent = /enough to fund at least (\d+)% of that project/.exec(comment)?.[1];
      if (percent === undefined) throw new RuleNotCountable(rule, 'it is explained in the comment only');
      return { onMisfit: 'reserve', reservePercent: Number(percent) };
    }
    case 'greedy-exclusive':
      throw new RuleNotCountable(rule, 'which projects exclude each other is in the comment only');
    default:
      throw new RuleNotCountable(rule, 'the file does not say how it was counted');
  }
}

function caps(meta: ReadonlyMap<string, string>, minorPerUnit: number): Partial<GreedySpec> {
  const categoryCaps = aligned(meta, 'categories', 'budget_per_category', minorPerUnit);
  const neighbourhoodCaps = aligned(meta, 'neighborhoods', 'budget_per_neighborhood', minorPerUnit);
  const leftover = meta.get('leftover_budget') ?? '';
  return {
    ...(categoryCaps && { categoryCaps }),
    ...(neighbourhoodCaps && { neighbourhoodCaps }),
    ...(/^fund additional projects/i.test(leftover) && { leftover: 'fill' }),
  };
}

function aligned(
  meta: ReadonlyMap<string, string>,
  namesKey: string,
  amountsKey: string,
  minorPerUnit: number,
): Record<string, number> | undefined {
  const amounts = cellList(meta.get(amountsKey));
  if (amounts.length === 0) return undefined;
  const names = cellList(meta.get(namesKey));
  const minor = amounts.map((amount) => readMoney(amount, minorPerUnit));
  if (names.length !== minor.length || !minor.every((amount) => typeof amount === 'number')) {
    throw new RuleNotCountable(meta.get('rule') ?? '', `${amountsKey} does not line up with ${namesKey}`);
  }
  return Object.fromEntries(names.map((name, index) => [name, minor[index] ?? 0]));
}
