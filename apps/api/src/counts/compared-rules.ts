import { checkRuleSpec, type RuleSpec, type VoteType } from '@commonthread/voting';

/** A rule beside the round's own, to see what the choice of rule changes. */
export interface ComparedRule {
  readonly key: string;
  readonly rule: RuleSpec;
}

/**
 * The round's own rule first, as it was set, then one of each other kind. Where ballots carry points or ranks
 * these decide, as they do in the cities that use such ballots.
 */
export function comparedRules(own: RuleSpec, voteType: VoteType): readonly ComparedRule[] {
  const utility = voteType === 'approval' || voteType === 'choose-1' ? 'cost' : 'costpoints';
  const others: readonly ComparedRule[] = [
    { key: 'greedy', rule: checkRuleSpec({ rule: 'greedy', utility }) },
    { key: 'equal-shares', rule: checkRuleSpec({ rule: 'equal-shares', utility, completion: 'add1u' }) },
    { key: 'phragmen', rule: checkRuleSpec({ rule: 'phragmen' }) },
    { key: 'max-welfare', rule: checkRuleSpec({ rule: 'max-welfare', utility }) },
  ];
  return [{ key: 'own', rule: own }, ...others.filter(({ rule }) => rule.rule !== own.rule)];
}
