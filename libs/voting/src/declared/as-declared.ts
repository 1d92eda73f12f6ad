import { checkRuleSpec } from '../spec/check-rule-spec.js';
import type { RuleSpec } from '../model/rule-spec.js';

/** What a file declares in words only, so that the spec alone may not give the official outcome. */
export type Undeclared = 'conflicts' | 'custom-rule' | 'caps' | 'threshold' | 'leftover';

/** A declared rule as this library counts it. */
export interface Declared {
  readonly spec: RuleSpec;
  /** Empty when the file says everything the rule needs. */
  readonly undeclared: readonly Undeclared[];
}

/**
 * The rule a Pabulib file says its city used, with ties as the file lists the projects.
 *
 * @param meta the META section, key to value, as written in the file
 * @param columns names of the PROJECTS columns: a `score` column means points decide, not ballots
 * @param minorPerUnit minor units in one currency unit
 * @param conflicts groups of projects that exclude each other, known from elsewhere (files tell them in a comment)
 * @returns null when the rule is unknown
 *
 * Source: Pabulib's `rule` vocabulary; each mapping reproduces the `selected` column of real files.
 */
export function asDeclared(
  meta: ReadonlyMap<string, string>,
  columns: readonly string[],
  minorPerUnit: number,
  conflicts: readonly (readonly string[])[] = [],
): Declared | null {
  const [rule = '', step = ''] = (meta.get('rule') ?? '').trim().toLowerCase().split('/');
  const hasScore = columns.includes('score');
  const common = {
    tie: 'paper-order',
    utility: hasScore ? 'costpoints' : 'cost',
    ...(conflicts.length === 0 ? {} : { conflicts }),
  };
  if (rule === 'equalshares' || rule === 'equalshares-comparison') {
    const comparison = `${rule}/${step}`.includes('comparison') ? 'satisfaction' : 'none';
    const completion = step.startsWith('add1') ? 'add1' : 'none';
    const integral = { start: 'floor', exhaustiveStop: false };
    const spec = { rule: 'equal-shares', ...common, completion, comparison, ...integral };
    return { spec: checkRuleSpec(spec), undeclared: [] };
  }
  const reservePercent = rule === 'greedy-custom' ? reserveIn(meta.get('comment')) : null;
  const onMisfit = reservePercent === null ? misfits[rule] : 'reserve';
  if (onMisfit === undefined) return null;
  const threshold = wholeNumber(meta.get('min_project_score_threshold'));
  const caps = {
    categoryCaps: capsFrom(meta, 'categories', 'budget_per_category', minorPerUnit),
    neighbourhoodCaps: capsFrom(meta, 'neighborhoods', 'budget_per_neighborhood', minorPerUnit),
  };
  const leftover = leftoverFrom(meta.get('leftover_budget'));
  const spec = {
    rule: 'greedy',
    ...common,
    onMisfit,
    ...(reservePercent !== null && { reservePercent }),
    // No city is known to have funded what nobody voted for.
    minVotes: Math.max(threshold ?? 1, 1),
    thresholdOn: hasScore ? 'score' : 'votes',
    categoryCaps: caps.categoryCaps ?? {},
    neighbourhoodCaps: caps.neighbourhoodCaps ?? {},
    leftover: leftover ?? 'none',
  };
  const undeclared: Undeclared[] = [];
  if (rule === 'greedy-exclusive' && conflicts.length === 0) undeclared.push('conflicts');
  if (rule === 'greedy-custom' && reservePercent === null) undeclared.push('custom-rule');
  if (rule === 'greedy-threshold' && threshold === null) undeclared.push('threshold');
  if (caps.categoryCaps === null || caps.neighbourhoodCaps === null) undeclared.push('caps');
  if (leftover === null) undeclared.push('leftover');
  return { spec: checkRuleSpec(spec), undeclared };
}

const misfits: Readonly<Record<string, string>> = {
  greedy: 'skip',
  'greedy-threshold': 'skip',
  'greedy-exclusive': 'skip',
  'greedy-no-skip': 'stop',
  // Whatever the comment says, counting by it stays within the budget unless the comment is understood.
  'greedy-custom': 'skip',
};

/**
 * The reserve of Poznan's rule, told in a comment: stop at the first project that does not fit, but fund it when that
 * part of its cost is left. Other custom rules are told in other words and are not understood.
 *
 * @returns the percentage, or null
 */
function reserveIn(comment: string | undefined): number | null {
  const [, percent] =
    /fund at least (\d{1,3})\s?% of (?:that|this|the) project, we fund it/i.exec(comment ?? '') ?? [];
  const value = Number(percent);
  return value >= 1 && value <= 100 ? value : null;
}

/** An empty record without caps; null when the two lists do not line up. */
function capsFrom(
  meta: ReadonlyMap<string, string>,
  groupsKey: string,
  amountsKey: string,
  minorPerUnit: number,
): Record<string, number> | null {
  const amounts = listFrom(meta.get(amountsKey)).map((text) => minorFrom(text, minorPerUnit));
  if (amounts.length === 0) return {};
  const groups = listFrom(meta.get(groupsKey));
  if (groups.length !== amounts.length || amounts.includes(null)) return null;
  return Object.fromEntries(groups.map((group, i) => [group, amounts[i]!]));
}

/** Null when the text is not understood. */
function leftoverFrom(text: string | undefined): 'none' | 'fill' | 'part' | null {
  if (!text?.trim()) return 'none';
  if (/\bpart(ly|ially)?[- ]?fund/i.test(text)) return 'part';
  return /\bfund\b.*\bfit\b/i.test(text) ? 'fill' : null;
}

function listFrom(text: string | undefined): string[] {
  return text?.trim() ? text.split(',').map((part) => part.trim()) : [];
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}

/** Decimal text to whole minor units, without passing through a binary fraction; null when not an amount. */
function minorFrom(text: string, minorPerUnit: number): number | null {
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text);
  if (match === null) return null;
  const [, whole = '0', decimals = ''] = match;
  const parts = Number(decimals.padEnd(6, '0')) * minorPerUnit;
  return parts % 1_000_000 === 0 ? Number(whole) * minorPerUnit + parts / 1_000_000 : null;
}
