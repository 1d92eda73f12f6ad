import { DomainError } from '@commonthread/kernel';

export class BatchUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'paper.batch-unknown';
  constructor() {
    super('there is no such batch of paper ballots');
  }
}

/** Declared before, or the election is finished. */
export class BatchRefused extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'paper.batch-refused';
  constructor() {
    super('this batch is declared already, or the election is finished');
  }
}

export class BatchSealed extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'paper.sealed';
  constructor() {
    super('a sealed batch does not change');
  }
}

/** The rule of two or three pairs of eyes. */
export class SamePerson extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'paper.same-person';
  constructor() {
    super('somebody else must do this step');
  }
}

/** This step comes earlier or later. */
export class NotThisStep extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'paper.not-this-step';
  constructor() {
    super('this batch is not at that step');
  }
}

/** A serial is on one sheet only, over all batches of an election. */
export class SerialTaken extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'paper.serial-taken';
  constructor(serial: string) {
    super(`sheet ${serial} was entered before`, { serial });
  }
}

/** Not entered by this person in this go. */
export class SheetUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'paper.sheet-unknown';
  constructor(serial: string) {
    super(`sheet ${serial} has not been entered`, { serial });
  }
}

/** The two entries differ and nobody has ruled on it. */
export class DifferencesLeft extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'paper.differences-left';
  constructor(serials: readonly string[]) {
    super(`${serials.length} sheets were entered differently and are not settled`, { serials: [...serials] });
  }
}

/** Never mended in silence: a batch that does not add up is sealed with its reason or not at all. */
export class TotalsDiffer extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'paper.totals-differ';
  constructor(keyed: number, inBox: number) {
    super(`the totals do not add up: ${keyed} sheets entered, ${inBox} counted in the box`, { keyed, inBox });
  }
}

/** Drawn before, checked before, not finished yet, or more sheets than there are. */
export class SampleRefused extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'paper.sample-refused';
  constructor(why: 'not-finished' | 'drawn-before' | 'too-many' | 'not-drawn' | 'checked-before') {
    super(`the sample cannot be taken: ${why}`, { why });
  }
}

export class SampleUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'paper.sample-unknown';
  constructor() {
    super('no sheets have been drawn');
  }
}
