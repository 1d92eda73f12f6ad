import { checkRuleSpec } from '../spec/check-rule-spec.js';
import type { RuleSpec } from '../model/rule-spec.js';

/** What a file declares in words only, so that the spec alone may not give the official outcome. */
export type Undeclared = 'conflicts' | 'custom-rule' | 'caps' | 'threshold';

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
  const onMisfit = misfits[rule];
  if (onMisfit === undefined) return null;
  const threshold = wholeNumber(meta.get('min_project_score_threshold'));
  const caps = {
    categoryCaps: capsFrom(meta, 'categories', 'budget_per_category', minorPerUnit),
    neighbourhoodCaps: capsFrom(meta, 'neighborhoods', 'budget_per_neighborhood', minorPerUnit),
  };
  const spec = {
    rule: 'greedy',
    ...common,
    onMisfit,
    minVotes: threshold ?? 0,
    thresholdOn: hasScore ? 'score' : 'votes',
    categoryCaps: caps.categoryCaps ?? {},
    neighbourhoodCaps: caps.neighbourhoodCaps ?? {},
    leftover: leftoverFrom(meta.get('leftover_budget')),
  };
  const undeclared: Undeclared[] = [];
  if (rule === 'greedy-exclusive' && conflicts.length === 0) undeclared.push('conflicts');
  if (rule === 'greedy-custom') undeclared.push('custom-rule');
  if (rule === 'greedy-threshold' && threshold === null) undeclared.push('threshold');
  if (caps.categoryCaps === null || caps.neighbourhoodCaps === null) undeclared.push('caps');
  return { spec: checkRuleSpec(spec), undeclared };
}

/** Nearly all custom rules are Poznan's: stop, but use the reserve when 80 % of the cost is left. */
const misfits: Readonly<Record<string, string>> = {
  greedy: 'skip',
  'greedy-threshold': 'skip',
  'greedy-exclusive': 'skip',
  'greedy-no-skip': 'stop',
  'greedy-custom': 'reserve',
};

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

function leftoverFrom(text: string | undefined): string {
  if (!text?.trim()) return 'none';
  return /\bpart/i.test(text) ? 'part' : 'fill';
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
