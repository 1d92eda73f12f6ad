import { type RuleSpec, RULES } from '@commonthread/voting';

/** What a rule is called and what it favours, from the rule itself. */
export function ruleWords({ rule }: RuleSpec): { ruleTitle: string; ruleExplanation: string } {
  const { title, description, favours } = RULES[rule];
  return { ruleTitle: title, ruleExplanation: `${description} ${favours}` };
}
