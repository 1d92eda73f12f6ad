import { DomainError } from '@commonthread/kernel';

import type { PhaseFault } from './phases.js';

export class RoundUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'round.unknown';

  constructor() {
    super('There is no such round.');
  }
}

/** Names every faulty field at once. */
export class RoundInvalid extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'round.invalid';

  constructor(faults: readonly PhaseFault[]) {
    super('Some parts of the round do not fit together.', {
      errors: faults.map(({ field, code, message }) => ({ field, code, message })),
    });
  }
}

export class RoundNotDraft extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'round.not-draft';

  constructor() {
    super('The round has begun. Only a draft can be changed.');
  }
}

export class RoundAlreadyOpen extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'round.already-open';

  constructor() {
    super('The round has been opened already.');
  }
}

export class RoundNotOpen extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'round.not-open';

  constructor() {
    super('The round has not been opened, or it has been cancelled.');
  }
}

export class RoundAlreadyDecided extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'round.already-decided';

  constructor() {
    super('The round has been decided. Its outcome stands.');
  }
}

/** Ballots are handed over to the count, or decided on: nobody may vote again. */
export class RoundAlreadyCounted extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'round.already-counted';

  constructor() {
    super('The ballots have been handed over to the count. The round cannot go back.');
  }
}

export class PaperFrozen extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'round.paper-frozen';

  constructor() {
    super('The ballot paper is frozen. Cancel the round with a reason and open a new one instead.');
  }
}

export class PaperNotFrozen extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'round.paper-not-frozen';

  constructor() {
    super('There is no ballot paper yet. It is made when voting opens.');
  }
}
