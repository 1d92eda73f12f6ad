import { DomainError } from '@commonthread/kernel';

export class ElectionUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'election.unknown';
  constructor() {
    super('there is no such election in this ballot box');
  }
}

/** An election is opened once; a changed manifest is another election. */
export class ElectionExists extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'election.exists';
  constructor() {
    super('this election is open under another manifest');
  }
}

/** The manifest promises a log that this urn does not keep. */
export class LogNotOurs extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'election.log-not-ours';
  constructor() {
    super('the manifest names another log or log key');
  }
}
