import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { Jobs } from '../../platform/jobs/index.js';
import { Rounds } from '../../rounds/index.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { UrnClient } from '../urn/urn-client.js';
import { GoOnWithVote } from './go-on-with-vote.js';
import { GOING_ON } from './going-on.js';
import { WatchPasses } from './watch-passes.js';

/** Opens, closes and finishes votes within a minute of being due, even when nobody looks. */
@Injectable()
export class VotingJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly urn: UrnClient,
    private readonly rounds: Rounds,
    private readonly votes: HeldVotesRepository,
    private readonly goOn: GoOnWithVote,
    private readonly watchPasses: WatchPasses,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.urn.exists) return;
    await this.jobs.handle(GOING_ON, ({ roundId }) => this.goOn.execute(roundId));
    await this.jobs.everyMinute('voting.keep', () => this.keep());
  }

  private async keep(): Promise<void> {
    for (const round of (await this.rounds.byIds(await this.votes.notBegun())).values()) {
      if (round.state === 'voting') await this.votes.begin(round.id);
    }
    for (const roundId of await this.votes.unfinished()) {
      await this.goOn.execute(roundId);
      await this.watchPasses.execute(roundId);
    }
  }
}
