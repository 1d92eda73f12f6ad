import { DomainError } from '@commonthread/kernel';

export class CountNotFound extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'count.not-found';

  constructor() {
    super('There is no such count.');
  }
}

export class CountNotPublished extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'count.not-published';

  constructor() {
    super('The votes have not been counted, or the count has not been published yet.');
  }
}

export class NoBallots extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'count.no-ballots';

  constructor() {
    super('This round has no ballots to count.');
  }
}

export class AlreadyCounting extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'count.already-running';

  constructor() {
    super('A count of this round is under way. Wait until it has run.');
  }
}

export class CountNotRun extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'count.not-run';

  constructor() {
    super('Only a count that has run can be signed.');
  }
}

export class AlreadySigned extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'count.already-signed';

  constructor() {
    super('You have signed this count. Another officer must sign it too.');
  }
}

export class CountNotSignedOff extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'count.not-signed-off';

  constructor() {
    super('Two officers must sign the count before it can be published.');
  }
}

export class AnotherCountPublished extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'count.another-published';

  constructor() {
    super('Another count of this round has been published.');
  }
}

/** The paper promised a rule to those who voted on it. */
export class NotTheRuleOfTheRound extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'count.rule-differs';

  constructor() {
    super('People voted under another rule. Only a count by the rule on the ballot paper can be published.');
  }
}

/** With so few ballots each could be guessed: the public gets the totals. */
export class TooFewBallots extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'count.too-few-ballots';

  constructor(least: number) {
    super(`With fewer than ${least} ballots each could be guessed: only the totals are published.`, {
      least,
    });
  }
}
