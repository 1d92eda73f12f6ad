import { DomainError } from '@commonthread/kernel';

import type { Phase } from './phases.js';

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

export class VoteSkipped extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'round.vote-skipped';

  constructor() {
    super('A vote is not skipped. Let it be held, or cancel the round with its reason.');
  }
}

export class NotDecidedYet extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'round.not-decided-yet';

  constructor() {
    super('There is no published decision yet: publish the outcome first. Two officers do that.');
  }
}

export class PaperEmpty extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'round.paper-empty';

  constructor() {
    super(
      'No project has been accepted: the ballot paper would be empty for good. Finish the reviews first.',
    );
  }
}

/** Proposals that nobody could answer any more. */
export class LeavesUnanswered extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'round.leaves-unanswered';

  /** @param numbers of the proposals */
  constructor(numbers: readonly number[]) {
    const first = numbers.slice(0, 20).join(', ');
    super(
      `The vote would leave ${numbers.length === 1 ? 'a proposal' : `${numbers.length} proposals`} without an answer for good. Answer ${numbers.length === 1 ? 'it' : 'them'} first: ${first}${numbers.length > 20 ? ' and more' : ''}.`,
      { proposals: first },
    );
  }
}

export class DatesPassed extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'round.dates-passed';

  constructor(over: readonly Phase[]) {
    const errors = over.map(({ kind, closesAt }) => ({
      field: `phases.${kind}`,
      code: 'passed',
      message: `The ${kind} phase ended on ${day(closesAt)}.`,
    }));
    super(`Give the round new dates before you open it. ${errors.map(({ message }) => message).join(' ')}`, {
      errors,
    });
  }
}

const day = (at: Date): string =>
  at.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  });
