import type { RollSummary } from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import { FreezeRoll } from './passes/freeze-roll.js';
import { PublicKeys, type PublishedKey } from './passes/public-keys.js';
import { TurnoutRepository } from './turnout/turnout.repository.js';

/** What the features above ask of a roll. */
@Injectable()
export class Roll {
  constructor(
    private readonly freezeRoll: FreezeRoll,
    private readonly keys: PublicKeys,
    private readonly counts: TurnoutRepository,
  ) {}

  /** Fixes the roll and makes the issuer keys; again it changes nothing. @throws RollNotDue before voting opens */
  freeze(roundId: string): Promise<void> {
    return this.freezeRoll.execute(roundId);
  }

  /** One for each ballot style, for the manifest; none before the roll is frozen. */
  issuerKeys(roundId: string): Promise<PublishedKey[]> {
    return this.keys.ofRound(roundId);
  }

  /** What `roll-summary.json` of the export says: exact counts, nothing else. The id of the round is the election. */
  async summary(roundId: string): Promise<RollSummary> {
    return {
      format: 'commonthread-roll-summary/1',
      election: roundId,
      styles: (await this.counts.styles(roundId)).map(({ style, electors, online, paper, reissued }) => ({
        style,
        electors,
        online,
        paper,
        reissued,
      })),
    };
  }
}
