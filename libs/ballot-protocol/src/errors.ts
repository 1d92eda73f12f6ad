import { DomainError } from '@commonthread/kernel';

/** A value does not have the one form this protocol gives it. */
export class FormatInvalid extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'protocol.malformed';
  constructor(readonly field: string) {
    super(`${field} does not have the form this protocol asks for`, { field });
  }
}

/** Mistyped, or not a change code at all. */
export class ChangeCodeInvalid extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'change-code.invalid';
  constructor() {
    super('this change code has a typing mistake');
  }
}

/** The pass does not belong to this election, style and credential, or its signature is not the issuer's. */
export class PassInvalid extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'pass.invalid';
  constructor() {
    super('the ballot pass is not valid for this ballot');
  }
}

/** The issuer signed with a key other than the one everybody gets: the pass would be recognisable. Keep the evidence. */
export class PassTagged extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'pass.wrong-key';
  constructor() {
    super('the pass was not signed with the published key');
  }
}

/** The ballot is not signed by the pass it names. */
export class BallotSignatureInvalid extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'ballot.signature';
  constructor() {
    super('the ballot is not signed by its pass');
  }
}

/** The header names another election or a style the manifest does not have. */
export class BallotElsewhere extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'ballot.elsewhere';
  constructor() {
    super('the ballot belongs to another election or ballot paper');
  }
}

/** A valid choice written in another order than the one form of it. */
export class ChoicesNotCanonical extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'ballot.choices-not-canonical';
  constructor() {
    super('the choices are not in the order of the ballot paper');
  }
}

/** A receipt, proof or checkpoint that the log's key or root does not bear out. Keep the evidence. */
export class LogEvidenceInvalid extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'log.evidence-invalid';
  constructor(readonly what: 'receipt' | 'checkpoint' | 'inclusion' | 'consistency') {
    super(`the log's ${what} does not hold`, { what });
  }
}

/** The log signed two roots for one size: it shows different people different logs. Keep both. */
export class SplitView extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'log.split-view';
  constructor(readonly size: number) {
    super(`the log signed two different roots for size ${size}`, { size });
  }
}
