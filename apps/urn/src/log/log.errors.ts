import { DomainError } from '@commonthread/kernel';

/**
 * The log in the database is not the one that was published: an old backup, or rows were changed. Nothing more is
 * signed until the rows are back; ballots may be sent again and get the same receipts.
 */
export class LogInIncident extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'log.incident';
  constructor() {
    super('the log does not continue its last published checkpoint, so nothing more is signed');
  }
}

/** Also said of a ballot that waits for its batch: who asks learns no more than that. */
export class NotInLog extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'log.not-in-log';
  constructor() {
    super('the published log does not hold this');
  }
}
