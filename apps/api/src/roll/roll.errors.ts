import { DomainError } from '@commonthread/kernel';

export class RollFrozen extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'roll.frozen';

  constructor() {
    super('Voting has opened, so the list of voters cannot change any more.');
  }
}

/** Imported elections were held elsewhere. */
export class NoVoteHere extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'roll.no-vote-here';

  constructor() {
    super('Nobody votes in this round here: it has no roll.');
  }
}

export interface RollFileFault {
  /** Counted from 1, the header line. */
  readonly line: number;
  readonly field: string | null;
  readonly code: string;
  readonly reason: string;
}

/** Nothing of a faulty file is stored. */
export class RollFileFaulty extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'roll.file-faulty';

  constructor(faults: readonly RollFileFault[]) {
    const [first] = faults;
    super(`Nothing was stored. Line ${first?.line ?? 1}: ${first?.reason ?? 'it cannot be read'}`, {
      line: first?.line ?? 1,
      reason: first?.reason ?? '',
      errors: faults.map(({ line, field, code, reason }) => ({
        field: `line ${line}${field ? `, ${field}` : ''}`,
        code,
        message: reason,
      })),
    });
  }
}

/** So many lines of one file would wait for a person that nobody would look at them. */
export class TooManyDoubtful extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'roll.too-many-doubtful';

  constructor(people: number, most: number) {
    super(
      `Nothing was stored. About ${people} people of this file somebody would have to decide, as their postcodes are ` +
        `not known to lie here; ${most} can wait at most. Have the list of postcodes imported, or add a column “ward”.`,
      { people, most },
    );
  }
}

export class ClaimUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'roll.claim-unknown';

  constructor() {
    super('There is no such claim.');
  }
}

export class ClaimDecided extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'roll.claim-decided';

  constructor() {
    super('This claim has been decided already.');
  }
}

export class AlreadyClaimed extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'roll.already-claimed';

  constructor(stage: 'waiting' | 'accepted') {
    super(
      stage === 'accepted'
        ? 'You are on the list of voters already.'
        : 'Your claim is waiting to be checked.',
      { stage },
    );
  }
}

/** What somebody claims does not make them a voter of this round; no officer needs to look at it. */
export class NotEntitled extends DomainError {
  override readonly kind = 'invalid';
  override readonly code: 'roll.connection-not-offered' | 'roll.too-young' | 'roll.details-unfit';

  constructor(code: NotEntitled['code'], message: string, params: Record<string, string | number> = {}) {
    super(message, params);
    this.code = code;
  }
}

export class OwnClaim extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'roll.own-claim';

  constructor() {
    super('Nobody decides on themselves: ask another officer.');
  }
}

/** One elector per person. */
export class DuplicateElector extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'roll.duplicate';

  constructor() {
    super('This person is on the list of voters already. Refuse the claim and say so in the reason.');
  }
}

export class ElectorUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'roll.elector-unknown';

  constructor() {
    super('There is no such elector on this roll.');
  }
}

/** Wrong, used and replaced codes are told apart by nobody. */
export class WrongLetterCode extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'roll.wrong-code';

  constructor() {
    super('That code is not right. Check it against the letter.');
  }
}

export class NotOnRoll extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'roll.not-on-roll';

  constructor() {
    super('You are not on the list of voters of this round.');
  }
}

export class VotingNotOpen extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'roll.voting-not-open';

  constructor(state: string) {
    super('Voting is not open.', { state });
  }
}

export class BlindedUnfit extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'roll.blinded-unfit';

  constructor() {
    super('This cannot be signed: it was not made for the key of this round.');
  }
}

/** I1: one participation over all channels. */
export class PassAlreadyIssued extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'roll.pass-already-issued';

  constructor(channel: 'online' | 'paper') {
    super(
      channel === 'paper'
        ? 'A paper ballot was issued in this name. Nobody can vote twice.'
        : 'A ballot pass was issued in this name. Nobody can vote twice.',
      { channel },
    );
  }
}

/** The private key is destroyed once the vote is over. */
export class IssuerKeyDestroyed extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'roll.issuer-key-destroyed';

  constructor() {
    super('The key that signs passes was destroyed when the vote ended.');
  }
}

export class ReissueUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'roll.reissue-unknown';

  constructor() {
    super('There is no such request to issue a pass again.');
  }
}

export class NothingToReissue extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'roll.nothing-to-reissue';

  constructor() {
    super('No pass was issued online in this name, or somebody has asked for a new one already.');
  }
}

export class AnotherOfficerNeeded extends DomainError {
  override readonly kind = 'forbidden';
  override readonly code = 'roll.another-officer-needed';

  constructor() {
    super('A second officer has to confirm this, and neither may be the voter.');
  }
}

export class RollNotDue extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'roll.not-due';

  constructor() {
    super('The roll is fixed when voting opens, not before.');
  }
}

export class UploadUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'roll.upload-unknown';

  constructor() {
    super('There is no such file on this roll.');
  }
}

export class WithdrawalUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'roll.withdrawal-unknown';

  constructor() {
    super('There is no such request, or it has been decided already.');
  }
}

/** One request at a time, and none for what is gone already. */
export class AlreadyWithdrawn extends DomainError {
  override readonly kind = 'conflict';
  override readonly code = 'roll.already-withdrawn';

  constructor() {
    super('This was taken back already, or another officer has asked for it and it waits to be confirmed.');
  }
}
