import { tallyOf, type Tally } from '../counting/tally.js';
import type { Election } from '../model/election.js';
import type { Outcome } from '../model/outcome.js';
import { equalShares } from '../rules/equal-shares/equal-shares.js';
import { greedy } from '../rules/greedy/greedy.js';
import { maxWelfare } from '../rules/max-welfare/max-welfare.js';
import { phragmen } from '../rules/phragmen/phragmen.js';
import type { RuleSpec } from '../model/rule-spec.js';

/** What a long count tells its caller. */
export interface CountHooks {
  /** Called with a rising number 0..1; 1 once, at the end. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Counts one election by one rule. Exact and deterministic: the same input gives the same outcome anywhere.
 *
 * @param spec as `checkRuleSpec` returns it
 * @throws ElectionInvalid | UnknownProject | UtilityNotForBallots | RuleSpecInvalid | WelfareTooHard
 */
export function count(election: Election, spec: RuleSpec, hooks: CountHooks = {}): Outcome {
  let told = 0;
  const rising = (done: number) => {
    if (done <= told || done >= 1) return;
    told = done;
    hooks.onProgress?.(done);
  };
  const outcome = counted(tallyOf(election), spec, rising);
  hooks.onProgress?.(1);
  return outcome;
}

function counted(tally: Tally, spec: RuleSpec, onProgress: (done: number) => void): Outcome {
  switch (spec.rule) {
    case 'greedy':
      return greedy(tally, spec);
    case 'equal-shares':
      return equalShares(tally, spec, onProgress);
    case 'phragmen':
      return phragmen(tally, spec);
    case 'max-welfare':
      return maxWelfare(tally, spec);
  }
}
