import type { Api } from '@commonthread/api-client';

type Row = Api<'ComparisonDto'>['rows'][number];

/** What one other rule would change against the rule of the round, the first column. */
export interface RuleChanges {
  readonly key: string;
  readonly title: string;
  readonly explanation: string;
  /** Funded by the other rule only. */
  readonly gain: readonly Row[];
  /** Funded by the rule of the round only. */
  readonly lose: readonly Row[];
}

export function ruleChanges({ columns, rows }: Api<'ComparisonDto'>): RuleChanges[] {
  return columns.slice(1).map(({ key, title, explanation }, index) => ({
    key,
    title,
    explanation,
    gain: rows.filter(({ funded }) => funded[index + 1] && !funded[0]),
    lose: rows.filter(({ funded }) => funded[0] && !funded[index + 1]),
  }));
}
