import type { Election } from './election.js';
import type { Outcome } from './outcome.js';
import type { RuleSpec } from './spec/rule-spec.js';

/** What a long count tells its caller. */
export interface CountHooks {
  /** Called with a rising number 0..1; 1 once, at the end. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Counts one election by one rule. Exact and deterministic: the same input gives the same outcome anywhere.
 *
 * @param spec as `checkRuleSpec` returns it
 * @throws ElectionInvalid | UnknownProject | UtilityNotForBallots | RuleSpecInvalid
 */
export function count(_election: Election, spec: RuleSpec, _hooks: CountHooks = {}): Outcome {
  throw new Error(`rule ${spec.rule} has no counter`);
}
