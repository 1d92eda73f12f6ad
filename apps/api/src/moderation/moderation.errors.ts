import { DomainError } from '@commonthread/kernel';

export class PostUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'moderation.post-unknown';

  constructor() {
    super('There is no such proposal or comment.');
  }
}

export class CaseUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'moderation.case-unknown';

  constructor() {
    super('There is no such case.');
  }
}

/** One answer for a ticket that never was, one mistyped and one long deleted. */
export class TicketUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'moderation.ticket-unknown';

  constructor() {
    super('No report has this ticket number.');
  }
}

export class AlreadyReported extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'moderation.already-reported';

  constructor() {
    super('You have reported this already. A moderator will look at it.');
  }
}

export class CaseNotWaiting extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'moderation.not-waiting';

  constructor(state: string) {
    super('Somebody has decided this in the meantime. Load the page again.', { state });
  }
}

export class RuleMissing extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'moderation.rule-missing';

  constructor() {
    const message = 'Choose which rule it breaks.';
    super(message, { errors: [{ field: 'rule', code: 'moderation.rule-missing', message }] });
  }
}

export class OwnPost extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'moderation.own-post';

  constructor() {
    super('It is your own: somebody else has to decide.');
  }
}

export class AppealToAnother extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'moderation.appeal-to-another';

  constructor() {
    super('You took the decision that is appealed: another moderator has to answer.');
  }
}

export class NoAppeal extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'moderation.no-appeal';

  constructor() {
    super('This decision cannot be appealed, or was appealed already.');
  }
}

export class NoChangeAsked extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'moderation.no-change-asked';

  constructor() {
    super('No other words are asked for here.');
  }
}
