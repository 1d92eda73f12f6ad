import { checkRuleSpec, type RuleSpec } from '@commonthread/voting';

/** The rules every imported or finished vote is also counted by, to see what the choice of rule changes. */
export const COMPARED_RULES: readonly { readonly key: string; readonly rule: RuleSpec }[] = [
  { key: 'greedy', rule: checkRuleSpec({ rule: 'greedy', utility: 'cost' }) },
  {
    key: 'equal-shares',
    rule: checkRuleSpec({ rule: 'equal-shares', utility: 'cost', completion: 'add1u' }),
  },
  { key: 'phragmen', rule: checkRuleSpec({ rule: 'phragmen' }) },
  { key: 'max-welfare', rule: checkRuleSpec({ rule: 'max-welfare', utility: 'cost' }) },
];
