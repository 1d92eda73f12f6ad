import { DomainError } from '@commonthread/kernel';
import type { PbHead } from '@commonthread/pabulib';
import { asDeclared, type RuleSpec } from '@commonthread/voting';

/** The file names no rule, or one whose details stand in a comment only. */
export class RuleNotCountable extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'count.rule-not-countable';

  constructor(rule: string, reason: string) {
    super(`rule "${rule}": ${reason}`, { rule, reason });
  }
}

/**
 * The rule a file says its city used, with every parameter filled in.
 *
 * @throws RuleNotCountable when the rule is unknown, or which projects exclude each other is told in words only
 */
export function declaredSpec({ meta, voteType, minorPerUnit }: PbHead): RuleSpec {
  const rule = meta.get('rule') ?? '';
  const columns = voteType === 'approval' || voteType === 'choose-1' ? [] : ['score'];
  const declared = asDeclared(meta, columns, minorPerUnit);
  if (!declared) throw new RuleNotCountable(rule, 'not one known here; name one with --rule');
  if (declared.undeclared.includes('conflicts')) {
    throw new RuleNotCountable(
      rule,
      'which projects exclude each other is told in words only; use --rule greedy --conflict A,B',
    );
  }
  return declared.spec;
}
