import { declaredRule, type PbHead } from '@commonthread/pabulib';
import { checkRuleSpec, type RuleSpec } from '@commonthread/voting';

/**
 * The rule a file says its city used, with every parameter filled in.
 *
 * @throws RuleNotCountable
 */
export function declaredSpec(head: PbHead): RuleSpec {
  return checkRuleSpec(declaredRule(head));
}
