import { DomainError } from '@commonthread/kernel';

export class KeyUnfit extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'request.key-unfit';

  constructor() {
    super('An Idempotency-Key has 8 to 200 letters, digits or signs, such as a UUID. Nothing was done.');
  }
}

export class KeyUsedOtherwise extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'request.key-used-otherwise';

  constructor() {
    super('This Idempotency-Key came with another request before. Nothing was done: send a new key.');
  }
}

export class StillUnderWay extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'request.still-under-way';

  constructor() {
    super('The same request is still under way. Ask again in a moment, with the same key.', {
      retryAfterSeconds: 2,
    });
  }
}

/** The service stopped in the middle of it. */
export class OutcomeUnknown extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'request.outcome-unknown';

  constructor() {
    super('This request was broken off. Look whether it was done; if it was not, send it with a new key.');
  }
}
