import { DomainError } from '@commonthread/kernel';

export class ProposalUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'proposal.unknown';

  constructor() {
    super('There is no such proposal.');
  }
}

export class ProposalNotYours extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'proposal.not-yours';

  constructor() {
    super('Only the person who made the proposal can do this.');
  }
}

/** Somebody, perhaps the same person on another screen, saved in between. */
export class ProposalChangedElsewhere extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'proposal.changed-elsewhere';

  constructor(version: number) {
    super('This proposal was changed somewhere else. Load it again before you save.', { version });
  }
}

export class ProposalNotEditable extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'proposal.not-editable';

  constructor(state: string) {
    super('A proposal can only be changed while it is a draft or changes have been asked for.', { state });
  }
}

export class ProposalCannotMove extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'proposal.cannot-move';

  constructor(from: string, to: string) {
    super('The proposal is in a state in which this cannot be done.', { from, to });
  }
}

export class RoundNotTakingIdeas extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'proposal.round-not-taking-ideas';

  constructor(state: string) {
    super('This round is not open for ideas.', { state });
  }
}

export class RoundPastReview extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'proposal.round-past-review';

  constructor(state: string) {
    super('The review of this round is over: its ballot paper is settled.', { state });
  }
}

/** Names everything that is missing at once. */
export class ProposalIncomplete extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'proposal.incomplete';

  constructor(errors: readonly { field: string; code: string; message: string }[]) {
    super('The proposal is not complete yet.', {
      errors: errors.map(({ field, code, message }) => ({ field, code, message })),
    });
  }
}

/** One faulty field that only the state of things can tell. */
export class ProposalFieldInvalid extends DomainError {
  override readonly kind = 'invalid';

  constructor(
    override readonly code:
      | 'proposal.link-by-newcomer'
      | 'proposal.place-outside'
      | 'proposal.location-half'
      | 'proposal.location-swapped'
      | 'proposal.location-outside'
      | 'proposal.cost-missing'
      | 'proposal.cost-over-budget',
    field: string,
    message: string,
  ) {
    super(message, { errors: [{ field, code, message }] });
  }
}

export class OwnProposal extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'proposal.own';

  constructor() {
    super('You cannot support your own proposal.');
  }
}

export class NotOpenForSupport extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'proposal.not-open-for-support';

  constructor(state: string) {
    super('This proposal does not take support any more.', { state });
  }
}

export class NotOpenForComments extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'proposal.not-open-for-comments';

  constructor(state: string) {
    super('This proposal does not take comments any more.', { state });
  }
}

export class ProposalCannotBeShared extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'proposal.cannot-be-shared';

  constructor(state: string) {
    super('Nobody can join the authors of this proposal any more.', { state });
  }
}

/** Used, too old, or never given out: which of them is nobody's business. */
export class InvitationSpent extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'proposal.invitation-spent';

  constructor() {
    super('This link was used already or is too old. Ask for a new one.');
  }
}

export class AlreadyAuthor extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'proposal.already-author';

  constructor() {
    super('You are one of its authors already.');
  }
}

export class LastAuthor extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'proposal.last-author';

  constructor() {
    super('You are its only author. Withdraw the proposal instead.');
  }
}

export class CommentUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'comment.unknown';

  constructor() {
    super('There is no such comment.');
  }
}

export class CommentNotYours extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'comment.not-yours';

  constructor() {
    super('Only the person who wrote a comment can withdraw it.');
  }
}

/** `mine` asks for somebody's own proposals. */
export class SignInNeeded extends DomainError {
  override readonly kind = 'unauthorised';
  override readonly code = 'identity.sign-in-needed';

  constructor() {
    super('Sign in first.');
  }
}
