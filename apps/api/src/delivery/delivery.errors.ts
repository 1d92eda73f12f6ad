import { DomainError } from '@commonthread/kernel';

export class DeliveryNotBegun extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'delivery.not-begun';

  constructor() {
    super('Nobody has taken on this project yet: name who delivers it first.');
  }
}

export class DeliveryOver extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'delivery.over';

  constructor() {
    super('This project is over: nothing about it changes any more.');
  }
}

export class MilestoneUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'delivery.milestone-unknown';

  constructor() {
    super('There is no such milestone.');
  }
}

export class MilestoneDone extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'delivery.milestone-done';

  constructor() {
    super('This milestone is done already.');
  }
}

export class SpendUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'delivery.spend-unknown';

  constructor() {
    super('There is no such entry.');
  }
}

export class SpendCorrected extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'delivery.spend-corrected';

  constructor() {
    super('This entry has been corrected already: correct the newer one.');
  }
}

/** One faulty field that only the state of things can tell. */
export class DeliveryFieldInvalid extends DomainError {
  override readonly kind = 'invalid';

  constructor(
    override readonly code:
      | 'delivery.reason-missing'
      | 'delivery.day-to-come'
      | 'delivery.milestones-open'
      | 'delivery.over-budget',
    field: string,
    message: string,
  ) {
    super(message, { errors: [{ field, code, message }] });
  }
}
