import { Injectable } from '@nestjs/common';

import { FreezeRoll } from './passes/freeze-roll.js';
import { PublicKeys, type PublishedKey } from './passes/public-keys.js';
import { type StyleCounts, TurnoutRepository } from './turnout/turnout.repository.js';
import { type Turnout, TurnoutQueries } from './turnout/turnout.queries.js';

/** What `roll-summary.json` of the export says: counts only. */
export interface RollSummary {
  readonly format: 'commonthread-roll-summary/1';
  /** Id of the round. */
  readonly election: string;
  /** Exact: distinct credentials of a style are at most `online` and the reissues together. */
  readonly styles: readonly StyleCounts[];
  /** Passes that were lost before a vote was cast and issued again: each is a possible second vote. */
  readonly reissues: number;
  /** By local day; `null` hides a count below 10 or one that would give it away. */
  readonly days: Turnout['days'];
}

/** What the features above ask of a roll. */
@Injectable()
export class Roll {
  constructor(
    private readonly freezeRoll: FreezeRoll,
    private readonly keys: PublicKeys,
    private readonly counts: TurnoutRepository,
    private readonly turnout: TurnoutQueries,
  ) {}

  /** Fixes the roll and makes the issuer keys; again it changes nothing. @throws RollNotDue before voting opens */
  freeze(roundId: string): Promise<void> {
    return this.freezeRoll.execute(roundId);
  }

  /** One for each ballot style, for the manifest; none before the roll is frozen. */
  issuerKeys(roundId: string): Promise<PublishedKey[]> {
    return this.keys.ofRound(roundId);
  }

  async summary(roundId: string): Promise<RollSummary> {
    const [styles, { reissues, days }] = await Promise.all([
      this.counts.styles(roundId),
      this.turnout.turnoutOf(roundId),
    ]);
    return { format: 'commonthread-roll-summary/1', election: roundId, styles, reissues, days };
  }
}
