import { DomainError, type ErrorKind } from '@commonthread/kernel';

/** One thing wrong with a field, ready for an error summary. */
export interface FieldFault {
  readonly field: string;
  /** Stable: 'missing' | 'type' | 'not-allowed' | 'unknown' | 'too-small' | 'too-large' | 'version'. */
  readonly fault: string;
}

/** A rule's name or parameters do not make sense. `params.faults` names every field at once. */
export class RuleSpecInvalid extends DomainError {
  override readonly kind: ErrorKind = 'invalid';
  override readonly code = 'rule.invalid';
  constructor(readonly faults: readonly FieldFault[]) {
    super(`rule refused: ${faults.map((f) => `${f.field} ${f.fault}`).join(', ')}`, {
      faults: faults.map(({ field, fault }) => ({ field, fault })),
    });
  }
}

/** The utility needs something the ballots do not say (Borda points from an approval ballot, say). */
export class UtilityNotForBallots extends DomainError {
  override readonly kind: ErrorKind = 'invalid';
  override readonly code = 'rule.utility-not-for-ballots';
  constructor(utility: string, voteType: string) {
    super(`utility ${utility} cannot be read from ${voteType} ballots`, { utility, voteType });
  }
}

/** The election itself is malformed: a negative cost, a repeated id, points that do not line up. */
export class ElectionInvalid extends DomainError {
  override readonly kind: ErrorKind = 'invalid';
  override readonly code = 'election.invalid';
  constructor(fault: string, at: string) {
    super(`election refused: ${fault} at ${at}`, { fault, at });
  }
}

/** A ballot names a project that is not on the paper. */
export class UnknownProject extends DomainError {
  override readonly kind: ErrorKind = 'invalid';
  override readonly code = 'ballot.unknown-project';
  constructor(readonly projectId: string) {
    super(`no project ${projectId} on this ballot paper`, { projectId });
  }
}

/** The largest total benefit cannot be proved in reasonable time: too many sets are nearly as good. */
export class WelfareTooHard extends DomainError {
  override readonly kind: ErrorKind = 'conflict';
  override readonly code = 'count.welfare-too-hard';
  constructor() {
    super('too many sets of projects are too nearly as good to prove which is best');
  }
}
