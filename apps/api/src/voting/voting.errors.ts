import { DomainError, type ErrorKind } from '@commonthread/kernel';

/** The ballot box does not answer, or not as it should. Nothing was changed; it can be tried again. */
export class UrnUnreachable extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.ballot-box-unreachable';

  constructor() {
    super('The ballot box cannot be reached just now. Try again in a moment.');
  }
}

const KINDS: Readonly<Record<number, ErrorKind>> = {
  400: 'invalid',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'gone',
  422: 'invalid',
};

/** The ballot box said no; its own code and sentence are passed on. */
export class UrnRefused extends DomainError {
  override readonly kind: ErrorKind;
  override readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.kind = KINDS[status] ?? 'conflict';
    this.code = code;
  }
}

/** This round is not voted on here, or not yet. */
export class NoVoteHeld extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.not-held';

  constructor() {
    super('The ballot box of this round has not been opened.');
  }
}

export class NotAtThisStage extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.not-at-this-stage';

  constructor(stage: string) {
    super(`This cannot be done now: the vote is at the stage "${stage}".`, { stage });
  }
}

/** The last entry of the log names every batch. */
export class PaperNotSealed extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.paper-not-sealed';

  constructor() {
    super('A batch of paper ballots is not sealed yet.');
  }
}

/** Two officers must say the same, each for themselves. */
export class OfficersDiffer extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.officers-differ';

  constructor() {
    super('Another officer counted differently. Count again together, then each enter what you found.');
  }
}

/** Only a batch that was entered twice can be sealed, and once. */
export class BatchNotReady extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.batch-not-ready';

  constructor() {
    super('There is no such batch that has been entered twice and is not sealed.');
  }
}

/** More ballots than passes: somebody could vote who should not. */
export class MoreBallotsThanPasses extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.more-ballots-than-passes';

  constructor() {
    super(
      'There are more ballots than passes were issued. Nothing can be published before that is explained.',
    );
  }
}

/** The published files contradict each other; the first fault is named. */
export class ExportRefused extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.export-refused';

  constructor(faults: number, first: string) {
    super(`The verifier refused the export: ${first} (${faults} ${faults === 1 ? 'fault' : 'faults'}).`, {
      faults,
    });
  }
}

export class ExportNotPublished extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'export.not-published';

  constructor() {
    super('The ballots are published together with the count.');
  }
}

export class TooFewToPublish extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'export.too-few-ballots';

  constructor(least: number) {
    super(`With fewer than ${least} ballots each could be guessed: only the totals are published.`, {
      least,
    });
  }
}
