import {
  BallotElsewhere,
  MOST_REVISIONS,
  checkCast,
  readCast,
  signReceipt,
  type Receipt,
} from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import { Elections, ElectionUnknown } from '../elections/index.js';
import { LogKey } from '../log/index.js';
import { BallotBoxRepository, type Stored } from './ballot-box.repository.js';
import {
  RevisionGap,
  RevisionTaken,
  TooManyRevisions,
  VotingClosed,
  VotingNotOpen,
} from './casting.errors.js';

/** Checks a ballot, stores it, and only then signs for it. Signatures are checked on WebCrypto's own threads. */
@Injectable()
export class CastBallot {
  constructor(
    private readonly elections: Elections,
    private readonly box: BallotBoxRepository,
    private readonly key: LogKey,
  ) {}

  /**
   * @param sent as it came; nothing about it is trusted
   * @returns the receipt: the same bytes for the same ballot, however often it is sent, also after the close
   * @throws FormatInvalid | TooManyRevisions | ElectionUnknown | BallotElsewhere | PassInvalid |
   *   BallotSignatureInvalid | ChoicesNotCanonical | what the ballot paper refuses | VotingNotOpen | VotingClosed |
   *   RevisionTaken | RevisionGap
   */
  async execute(sent: unknown): Promise<Receipt> {
    if (revOf(sent) > MOST_REVISIONS) throw new TooManyRevisions(MOST_REVISIONS);
    const cast = readCast(sent);
    const { election, style, cred, rev } = cast.header;
    const rules = await this.elections.rulesOf(election);
    const storedPass = rev > 1 || !cast.pass ? await this.box.storedPass(election, style, cred) : undefined;
    const ballot = await checkCast(cast, rules, storedPass);

    refuseUnlessKept(await this.box.store(ballot));
    return signReceipt(await this.key.signer(), election, ballot.commitment);
  }
}

function refuseUnlessKept({ outcome, nextRev }: Stored): void {
  switch (outcome) {
    case 'kept':
      return;
    case 'taken':
      throw new RevisionTaken(nextRev);
    case 'gap':
      throw new RevisionGap(nextRev);
    case 'closed':
      throw new VotingClosed();
    case 'not-open':
      throw new VotingNotOpen();
    case 'unknown':
      throw new ElectionUnknown();
    case 'other-style':
      throw new BallotElsewhere();
  }
}

/** Looked at before the form is checked, which has no room for more: one too many is another answer than nonsense. */
function revOf(sent: unknown): number {
  const rev = (sent as { header?: { rev?: unknown } } | null)?.header?.rev;
  return Number.isSafeInteger(rev) ? (rev as number) : 0;
}
