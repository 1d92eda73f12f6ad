import { DomainError } from '@commonthread/kernel';

/** Before its time only two people together end the voting. */
export class CloseNeedsTwo extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'election.close-needs-two';
  constructor() {
    super('voting is not over by the clock: two different people must end it');
  }
}

/** Voting must be closed, and each paper batch sealed, before the close record is written. */
export class NotReadyToFinish extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'election.not-ready-to-finish';
  constructor(why: 'open' | 'paper' | 'finished') {
    super(`the election cannot be finished: ${why}`, { why });
  }
}

/** Nothing is published before the close record, and no such file ever. */
export class NotPublished extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'export.not-published';
  constructor() {
    super('this is not published');
  }
}

/** With so few ballots each could be guessed: they go to named scrutineers, the public gets the totals. */
export class TooFewToPublish extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'export.too-few-ballots';
  constructor(least: number) {
    super(`ballots are published from ${least} on`, { least });
  }
}
