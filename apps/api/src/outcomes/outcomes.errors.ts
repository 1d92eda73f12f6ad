import { DomainError } from '@commonthread/kernel';

import type { NeedCode } from './preview/readiness.js';

/** Names everything that is missing, so that a page can show all of it at once. */
export class OutcomeNotReady extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'outcome.not-ready';

  constructor(missing: readonly NeedCode[]) {
    super(`Still missing before this outcome can be published: ${missing.join(', ')}.`, {
      missing: [...missing],
    });
  }
}

export class OutcomeStale extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'outcome.stale';

  constructor() {
    super('What would be published is no longer what was shown. Look at it again.');
  }
}

export class AlreadyProposed extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'outcome.proposed';

  constructor() {
    super('This outcome waits for a second officer already.');
  }
}

export class NotProposed extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'outcome.not-proposed';

  constructor() {
    super('Nobody has proposed to publish this outcome, or it was withdrawn.');
  }
}

export class SameOfficer extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'outcome.same-officer';

  constructor() {
    super('You proposed it. Another officer must confirm it.');
  }
}

export class OutcomePublished extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'outcome.published';

  constructor() {
    super('This outcome is published.');
  }
}

export class RoundCalledOff extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'outcome.round-cancelled';

  constructor() {
    super('This round was called off: there is no outcome to publish.');
  }
}

export class OutcomeNotPublished extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'outcome.not-published';

  constructor() {
    super('The outcome of this round has not been published yet.');
  }
}
