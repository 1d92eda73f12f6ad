import { DomainError } from '@commonthread/kernel';

export class VotingNotOpen extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'ballot.voting-not-open';
  constructor() {
    super('voting has not begun');
  }
}

export class VotingClosed extends DomainError {
  override readonly kind = 'gone';
  override readonly code = 'ballot.voting-closed';
  constructor() {
    super('voting is over; this ballot was not stored');
  }
}

/** Another ballot has this number. Only the holder of the pass key can come here, so `nextRev` tells nobody else. */
export class RevisionTaken extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'ballot.revision-taken';
  constructor(nextRev: number) {
    super(`another ballot of this pass has this number; the next is ${nextRev}`, { nextRev });
  }
}

export class RevisionGap extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'ballot.revision-gap';
  constructor(nextRev: number) {
    super(`the next ballot of this pass is number ${nextRev}`, { nextRev });
  }
}

export class TooManyRevisions extends DomainError {
  override readonly kind = 'too-many';
  override readonly code = 'ballot.too-many-revisions';
  constructor(most: number) {
    super(`a ballot can be changed until its version ${most}`, { most });
  }
}
