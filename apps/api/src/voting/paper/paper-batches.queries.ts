import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import type { RoundNow } from '../../rounds/index.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { OfficersWords, type Word } from '../officers-words.js';
import type { UrnBatch, UrnDifference } from '../urn/urn-answers.js';
import { UrnClient } from '../urn/urn-client.js';
import { NotAtThisStage, NoVoteHeld } from '../voting.errors.js';
import { VotingRounds } from '../voting-rounds.js';
import { type BoxCount, COUNTED, SEALED } from './box-count.js';

export interface PaperNow {
  readonly batches: readonly UrnBatch[];
  /** Boxes that one officer has counted. */
  readonly countedOnce: readonly Word<BoxCount>[];
  readonly sealedOnce: readonly Word<{ discrepancy: string | null }>[];
}

/** Paper ballots on their way into the log, for officers. */
@Injectable()
export class PaperBatchesQueries {
  constructor(
    private readonly rounds: VotingRounds,
    private readonly votes: HeldVotesRepository,
    private readonly words: OfficersWords,
    private readonly urn: UrnClient,
  ) {}

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded | NoVoteHeld */
  async now(user: CurrentUser, slug: string): Promise<PaperNow> {
    const { id } = await this.seen(user, slug);
    const [batches, countedOnce, sealedOnce] = await Promise.all([
      this.urn.batches(id),
      this.words.waiting<BoxCount>(id, COUNTED),
      this.words.waiting<{ discrepancy: string | null }>(id, SEALED),
    ]);
    return { batches, countedOnce, sealedOnce };
  }

  /** Single sheets can be seen here, so not before voting is closed. @throws NotAtThisStage */
  async differences(user: CurrentUser, slug: string, batch: string): Promise<UrnDifference[]> {
    const { id } = await this.seen(user, slug);
    const stage = (await this.votes.of(id))?.stage ?? 'opening';
    if (stage === 'opening' || stage === 'open' || stage === 'closing') throw new NotAtThisStage(stage);
    return this.urn.differences(id, batch);
  }

  /** A round of theirs whose ballot box is there. */
  async held(user: CurrentUser, slug: string): Promise<RoundNow> {
    return this.withBox(await this.rounds.forOfficer(user, slug));
  }

  private async seen(user: CurrentUser, slug: string): Promise<RoundNow> {
    return this.withBox(await this.rounds.forInsider(user, slug));
  }

  private async withBox(round: RoundNow): Promise<RoundNow> {
    const held = await this.votes.of(round.id);
    if (!held || held.stage === 'opening') throw new NoVoteHeld();
    return round;
  }
}
