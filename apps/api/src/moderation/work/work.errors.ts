import { DomainError } from '@commonthread/kernel';

/** A wrong solution, one of too few bits, and a challenge that was not set here. */
export class WorkNotDone extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'moderation.work-not-done';

  constructor() {
    super('The sum that keeps machines away was not solved. Send it again.');
  }
}

export class WorkExpired extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'moderation.work-expired';

  constructor() {
    super('It took too long. Send it again.');
  }
}

export class WorkUsed extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'moderation.work-used';

  constructor() {
    super('This was sent already. Send it again if it is something else.');
  }
}
