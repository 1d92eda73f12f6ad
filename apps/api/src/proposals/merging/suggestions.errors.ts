import { DomainError } from '@commonthread/kernel';

export class SuggestionUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'suggestion.unknown';

  constructor() {
    super('There is no such suggestion.');
  }
}

export class WithItself extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'suggestion.with-itself';

  constructor() {
    const message = 'Choose another proposal to join it with.';
    super(message, { errors: [{ field: 'into', code: 'suggestion.with-itself', message }] });
  }
}

export class OtherRound extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'suggestion.other-round';

  constructor() {
    super('Only proposals of the same round can be joined.');
  }
}

export class NotJoinable extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'suggestion.not-joinable';

  constructor(number: number, state: string) {
    super('A proposal can be joined or split between being sent in and the answer of its review.', {
      number,
      state,
    });
  }
}

export class SuggestionOpen extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'suggestion.already-open';

  constructor() {
    super('Its authors are being asked about another suggestion already.');
  }
}

export class AskAnOfficer extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'suggestion.ask-an-officer';

  constructor() {
    super('Ask an officer to suggest it: what young members write is read by a moderator first.');
  }
}

export class SuggestionClosed extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'suggestion.closed';

  constructor() {
    super('This suggestion is not open any more.');
  }
}

export class NotAsked extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'suggestion.not-asked';

  constructor() {
    super('Only the authors of these proposals are asked.');
  }
}

export class NotUndoable extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'suggestion.not-undoable';

  constructor() {
    super('Only a merge that stands can be undone, the latest first.');
  }
}
