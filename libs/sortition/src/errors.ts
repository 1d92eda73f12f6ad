import { DomainError } from '@commonthread/kernel';

/** A seed is 16 to 64 bytes, written as hex. */
export class SeedUnreadable extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'sortition.seed-unreadable';
  constructor() {
    super('the seed must be 32 to 128 hexadecimal digits, an even number of them', {});
  }
}

/** No panel meets all quotas; `checkPool` says which and what would help. */
export class NoPanelPossible extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'sortition.no-panel-possible';
  constructor() {
    super('no panel meets all the quotas', {});
  }
}

/** The search went on past its limit of steps. It never stops by the clock, so the same pool always ends the same way. */
export class SearchTooLong extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'sortition.search-too-long';
  constructor(readonly search: string) {
    super(`the search for ${search} is longer than the limit of steps allows`, { search });
  }
}

/** What is given as a published draw is none; nothing of it is believed. */
export class BundleUnreadable extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'sortition.bundle-unreadable';
  constructor(readonly part: string) {
    super(`this is no published draw: ${part} is not as it should be`, { part });
  }
}

/** Seats cannot be filled again as asked. */
export class ReplacementImpossible extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'sortition.replacement-impossible';
  constructor(readonly reason: string) {
    super(reason, { reason });
  }
}
