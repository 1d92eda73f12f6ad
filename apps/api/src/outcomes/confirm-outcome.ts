import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { Rounds } from '../rounds/index.js';
import {
  NotProposed,
  OutcomePublished,
  OutcomeStale,
  RoundCalledOff,
  SameOfficer,
} from './outcomes.errors.js';
import { PrepareOutcome } from './preview/prepare-outcome.js';
import { PublishParts } from './publish-parts.js';
import { readyOutcome } from './ready-outcome.js';

/**
 * A second officer confirms, and everything goes out at once or not at all: the count, the decision, what became of
 * every proposal, the letters, and the event that tells everybody who took part.
 */
@Injectable()
export class ConfirmOutcome {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly rounds: Rounds,
    private readonly prepare: PrepareOutcome,
    private readonly parts: PublishParts,
  ) {}

  /**
   * @param digest of what this officer saw
   * @throws RoundUnknown | RoleMissing | SecondFactorNeeded | NotProposed | SameOfficer | RoundCalledOff |
   *   OutcomePublished | OutcomeNotReady | OutcomeStale
   */
  async execute(user: CurrentUser, slug: string, digest: string): Promise<void> {
    const round = await this.rounds.bySlug(slug);
    await this.authority.mustHold(user, 'officer', round.placeId);

    await this.database.transaction(async (manager) => {
      const waiting = await this.parts.waiting(round.id, manager);
      if (!waiting) throw new NotProposed();
      if (waiting.confirmedAt) throw new OutcomePublished();
      if (waiting.proposedBy === user.id) throw new SameOfficer();
      const prepared = await this.prepare.held(round, manager);
      const ready = readyOutcome(round, prepared);
      if (ready.digest !== waiting.previewSha256 || ready.digest !== digest) throw new OutcomeStale();

      await this.parts.publish({ user, round, waiting, ready, prepared }, manager);
      // Nobody can call it off from here on; somebody may have while this was looked at.
      if ((await this.rounds.locked(round.id, manager)).cancelledAt) throw new RoundCalledOff();
    });
  }
}
