import { checkRuleSpec, type RuleSpec } from '@commonthread/voting';

/** A rule beside the round's own, to see what the choice of rule changes. */
export interface ComparedRule {
  readonly key: string;
  readonly rule: RuleSpec;
}

const OTHERS: readonly ComparedRule[] = [
  { key: 'greedy', rule: checkRuleSpec({ rule: 'greedy', utility: 'cost' }) },
  {
    key: 'equal-shares',
    rule: checkRuleSpec({ rule: 'equal-shares', utility: 'cost', completion: 'add1u' }),
  },
  { key: 'phragmen', rule: checkRuleSpec({ rule: 'phragmen' }) },
  { key: 'max-welfare', rule: checkRuleSpec({ rule: 'max-welfare', utility: 'cost' }) },
];

/** The round's own rule first, as it was set, then one of each other kind. */
export function comparedRules(own: RuleSpec): readonly ComparedRule[] {
  return [{ key: 'own', rule: own }, ...OTHERS.filter(({ rule }) => rule.rule !== own.rule)];
}
