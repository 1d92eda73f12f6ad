import { DomainError } from '@commonthread/kernel';

import type { Missing } from './rules/verdict-of.js';

export class DepartmentUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'department.unknown';

  constructor() {
    super('There is no such department.');
  }
}

export class DepartmentNameTaken extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'department.name-taken';

  constructor() {
    super('Another department of this place has this name.', {
      errors: [
        { field: 'name', code: 'department.name-taken', message: 'Another department has this name.' },
      ],
    });
  }
}

/** Members hold the role of a reviewer for the department's place. */
export class NotAReviewer extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'department.not-a-reviewer';

  constructor() {
    super('Only somebody who holds the role of a reviewer here can be a member.');
  }
}

/** A department of another place cannot be given work of this one. */
export class DepartmentElsewhere extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'department.elsewhere';

  constructor() {
    super('This department belongs to another place, or is closed.');
  }
}

export class PersonNotInDepartment extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'review.person-not-in-department';

  constructor() {
    super('This person is not a member of the department.');
  }
}

export class NothingAsked extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'review.nothing-asked';

  constructor() {
    super('A review asks for at least one criterion.');
  }
}

export class ReviewUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'review.unknown';

  constructor() {
    super('There is no review of this proposal.');
  }
}

/** The act does not fit the stage the review is in. */
export class ReviewNotAtThisStage extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'review.not-at-this-stage';

  constructor(stage: string) {
    super('The review is at a stage at which this cannot be done.', { stage });
  }
}

export class CriterionNotYours extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'review.criterion-not-yours';

  constructor(criterion: string) {
    super('This criterion is assigned to somebody else.', { criterion });
  }
}

export class CriterionNotAsked extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'review.criterion-not-asked';

  constructor(criterion: string) {
    super('This criterion is not asked of this proposal.', { criterion });
  }
}

/** Names everything that is missing at once. */
export class ReviewIncomplete extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'review.incomplete';

  constructor(missing: readonly Missing[]) {
    super('The review is not complete yet.', {
      errors: missing.map(({ criterion, what }) => ({
        field: criterion,
        code: `review.missing-${what}`,
        message: MISSING_WORDS[what],
      })),
    });
  }
}

const MISSING_WORDS: Readonly<Record<Missing['what'], string>> = {
  answer: 'Give an answer.',
  certainty: 'Somebody has to find out first.',
  words: 'Say it in a sentence of plain words.',
  'reason-code': 'Choose what the reason is about.',
  finish: 'Say that this answer is finished.',
  cost: 'Enter what it will cost.',
};

export class CostsInvalid extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'review.costs-invalid';

  constructor(field: string, message: string) {
    super(message, { errors: [{ field, code: 'review.costs-invalid', message }] });
  }
}

/** What the officer confirms is no longer what the answers amount to. */
export class VerdictDiffers extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'review.verdict-differs';

  constructor(derived: string | null) {
    super('The answers amount to another verdict. Look at them again.', { derived: derived ?? 'none' });
  }
}

export class SameOfficer extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'review.same-officer';

  constructor() {
    super('Another officer has to do this.');
  }
}

/** Nobody decides on what they proposed themselves. */
export class OwnProposalReviewed extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'review.own-proposal';

  constructor() {
    super('You made this proposal yourself: somebody else has to review it.');
  }
}

export class LetterUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'review.no-letter';

  constructor() {
    super('There is no letter about this proposal.');
  }
}

export class AppealUsed extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'appeal.used';

  constructor() {
    super('There has been an appeal about this proposal already.');
  }
}

export class AppealTooLate extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'appeal.not-open';

  constructor() {
    super('There is nothing to appeal against, or the time for it is over.');
  }
}

export class AppealUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'appeal.unknown';

  constructor() {
    super('There is no appeal that waits for an answer.');
  }
}
