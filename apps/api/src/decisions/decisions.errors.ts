import { DomainError } from '@commonthread/kernel';

export class DecisionNotFound extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'decision.not-found';

  constructor() {
    super('There is no such decision.');
  }
}

export class DecisionExists extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'decision.exists';

  constructor(number: string) {
    super(`This round already has a decision: ${number}.`, { number });
  }
}

export class CountNotReady extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'decision.count-not-ready';

  constructor() {
    super('Two officers must sign the count before a decision can be drafted from it.');
  }
}

export class CountStillSecret extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'decision.count-not-published';

  constructor() {
    super('Publish the count first: the decision shows how people voted.');
  }
}

export class DecisionPublished extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'decision.published';

  constructor() {
    super('A published decision never changes. Publish a correction: both will be shown.');
  }
}

export class DecisionNotPublished extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'decision.not-published';

  constructor() {
    super('Only a published decision can be corrected. Edit the draft instead.');
  }
}

export class NoAim extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'decision.no-aim';

  constructor() {
    super('Name at least one indicator the decision aims to shift before publishing it.');
  }
}

/** One fault for each empty field, so that a form can show them all. */
export class ReasonMissing extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'decision.reason-missing';

  constructor(fields: readonly string[]) {
    const message = 'Say why.';
    super('Give the reasons for what was chosen and for what was not.', {
      errors: fields.map((field) => ({ field, code: 'missing', message })),
    });
  }
}

export class FairnessMissing extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'decision.fairness-missing';

  constructor() {
    const message = 'Say who gains, who may feel passed over and how fairness is shown.';
    super(message, { errors: [{ field: 'fairness', code: 'missing', message }] });
  }
}

export class ItemUnknown extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'decision.item-unknown';

  constructor(proposalNumber: number) {
    super(`The decision is not about proposal ${proposalNumber}.`, { proposalNumber });
  }
}

export class AimNotFound extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'aim.not-found';

  constructor() {
    super('This decision has no such aim.');
  }
}

export class AimLocked extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'aim.locked';

  constructor() {
    super(
      'The aim was locked when the decision was published. It stays as it was, whatever the reading shows.',
    );
  }
}

export class AimDueInPast extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'aim.due-in-past';

  constructor() {
    const message = 'The day of the reading must lie in the future.';
    super(message, { errors: [{ field: 'dueOn', code: 'past', message }] });
  }
}

export class ComparesWithItself extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'aim.compares-with-itself';

  constructor() {
    const message = 'A place cannot be compared with itself.';
    super(message, { errors: [{ field: 'comparisonPlaceSlugs', code: 'itself', message }] });
  }
}

export class NoLetter extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'decision.no-letter';

  constructor() {
    super('There is no letter about this proposal that you can read.');
  }
}
