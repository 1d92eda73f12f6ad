import { DomainError } from '@commonthread/kernel';
import type { PbHead } from '@commonthread/pabulib';
import { asDeclared, type RuleSpec, type Undeclared } from '@commonthread/voting';

/** The file names no rule, or one whose details stand in a comment only. */
export class RuleNotCountable extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'count.rule-not-countable';

  constructor(rule: string, reason: string) {
    super(`rule "${rule}": ${reason}`, { rule, reason });
  }
}

/** What a file tells in words only, and how to count it all the same. */
const TOLD_IN_WORDS: Readonly<Record<Undeclared, string>> = {
  conflicts: 'which projects exclude each other is told in words only; use --rule greedy --conflict A,B',
  'custom-rule':
    'it is told in the comment only, in words not known here; read the comment and name a rule with --rule',
  caps: 'the limits for parts of the budget cannot be read',
  threshold: 'the votes a project needs are not stated; use --rule greedy --min-votes N',
  leftover: 'what happens to the money left over is told in words not known here',
};

/**
 * The rule a file says its city used, with every parameter filled in.
 *
 * @throws RuleNotCountable when the rule is unknown, or a part of it that decides the outcome is told in words only
 */
export function declaredSpec({ meta, voteType, minorPerUnit }: PbHead): RuleSpec {
  const rule = meta.get('rule') ?? '';
  const columns = voteType === 'approval' || voteType === 'choose-1' ? [] : ['score'];
  const declared = asDeclared(meta, columns, minorPerUnit);
  if (!declared) throw new RuleNotCountable(rule, 'not one known here; name one with --rule');
  const [missing] = declared.undeclared;
  if (missing) throw new RuleNotCountable(rule, TOLD_IN_WORDS[missing]);
  return declared.spec;
}
