import { DomainError } from '@commonthread/kernel';

/** A figure that no survey can give: more hits than answers, a share above 1, a negative count. */
export class FigureImpossible extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'statistics.figure-impossible';
  constructor(readonly figure: string) {
    super(`${figure} cannot be`, { figure });
  }
}

/** The targets of a margin are shares of one population and must add up to 1. */
export class MarginDoesNotAddUp extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'statistics.margin-does-not-add-up';
  constructor(variable: string, total: number) {
    super(`the targets of ${variable} add up to ${total}, not to 1`, { variable, total });
  }
}

/** The census has people here and the survey has none: merge the category with another and say so. */
export class CategoryWithoutAnswers extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'statistics.category-without-answers';
  constructor(variable: string, category: string) {
    super(`nobody answered in ${category} of ${variable}`, { variable, category });
  }
}

/** An answer stands in a category that has no target, or a target of zero. */
export class CategoryWithoutTarget extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'statistics.category-without-target';
  constructor(variable: string, category: string) {
    super(`${category} of ${variable} has answers and no target`, { variable, category });
  }
}

/** The margins contradict each other on these answers: no weights meet them all. */
export class RakingDoesNotSettle extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'statistics.raking-does-not-settle';
  constructor(rounds: number) {
    super(`no weights meet all margins after ${rounds} rounds`, { rounds });
  }
}
