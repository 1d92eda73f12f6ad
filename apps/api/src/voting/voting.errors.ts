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

/** Nobody alone ends a vote: moving or cancelling its round would stop passes while the ballot box stays open. */
export class VoteStillOpen extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.still-open';

  constructor() {
    super(
      'Votes are being cast. Two officers close the vote first; then the round can be moved or cancelled.',
    );
  }
}

/** The ballot box takes no vote any more, so passes must not be issued again. */
export class VoteIsOver extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.over';

  constructor() {
    super('This vote is closed and cannot be opened again.');
  }
}

/** Every sheet that was handed out is in some batch: in the box, spoiled, returned or missing. */
export class PaperUnaccounted extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.paper-unaccounted';

  constructor(issued: number, accounted: number) {
    super(`${issued} sheets were handed out, and the boxes that were counted account for ${accounted}.`, {
      issued,
      accounted,
    });
  }
}

/** A sheet shows the frozen paper, so there is none before. */
export class PaperNotFrozen extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.paper-not-frozen';

  constructor() {
    super('Sheets can be printed once voting has opened: until then projects and costs may still change.');
  }
}

export class PrintUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'voting.print-unknown';

  constructor() {
    super('There is no such print.');
  }
}

/** The sample is announced, drawn and compared in this order, each once. */
export class SampleNotAtThisStep extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'voting.sample-not-at-this-step';

  constructor(why: 'announced-before' | 'in-the-past' | 'not-announced' | 'too-early' | 'not-drawn') {
    super(WHY_NO_SAMPLE[why], { why });
  }
}

const WHY_NO_SAMPLE = {
  'announced-before': 'The check is announced already. What was announced does not change.',
  'in-the-past': 'Name a moment that is still to come, so that everybody can watch.',
  'not-announced': 'Announce first how many sheets are drawn, when and where the dice are thrown.',
  'too-early': 'The dice are thrown at the time that was announced, not before.',
  'not-drawn': 'No sheets have been drawn yet.',
} as const;

/** Printed here for this round, or a misreading. */
export class SerialUnknown extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'voting.serial-unknown';

  constructor(serial: string) {
    super(`No sheet with the number ${serial} was printed for this round.`, { serial });
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
