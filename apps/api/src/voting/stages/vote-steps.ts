import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Roll } from '../../roll/index.js';
import type { RoundNow } from '../../rounds/index.js';
import type { HeldVote } from '../held-vote.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { UrnClient } from '../urn/urn-client.js';
import { MoreBallotsThanPasses } from '../voting.errors.js';
import { OpenBallotBox } from './open-ballot-box.js';
import { moreBallotsThanPasses } from './passes-alarm.js';
import { StoreBallots } from './store-ballots.js';

/** The steps, each from one stage to the next. */
@Injectable()
export class VoteSteps {
  constructor(
    private readonly votes: HeldVotesRepository,
    private readonly urn: UrnClient,
    private readonly roll: Roll,
    private readonly openBallotBox: OpenBallotBox,
    private readonly storeBallots: StoreBallots,
  ) {}

  /** @returns whether the vote went on */
  async next(held: HeldVote, round: RoundNow, manager: EntityManager): Promise<boolean> {
    switch (held.stage) {
      case 'opening':
        if (round.state !== 'voting') return false;
        await this.openBallotBox.execute(held, round, manager);
        return true;
      case 'open':
        return this.closeWhenOver(held, round, manager);
      case 'closing':
        await this.urn.close(round.id, held.closedBy);
        await this.votes.goOn(round.id, 'closed', manager);
        return true;
      case 'closed':
        return this.finishWithoutPaper(round, manager);
      case 'finishing':
        await this.writeLastEntry(round.id);
        await this.storeBallots.execute(round, manager);
        return true;
      case 'stored':
        return false;
    }
  }

  /** The clock that counts is the ballot box's own. */
  private async closeWhenOver(
    { closesAt }: HeldVote,
    round: RoundNow,
    manager: EntityManager,
  ): Promise<boolean> {
    if (closesAt === null || round.now < closesAt) return false;
    await this.urn.close(round.id, []);
    await this.votes.goOn(round.id, 'closed', manager);
    return true;
  }

  /** Where no sheet was handed out there is nothing to wait for. */
  private async finishWithoutPaper({ id, state }: RoundNow, manager: EntityManager): Promise<boolean> {
    if (state === 'cancelled') return false;
    const { styles } = await this.roll.summary(id);
    if (styles.some(({ paper }) => paper > 0) || (await this.urn.batches(id)).length > 0) return false;
    await this.votes.goOn(id, 'finishing', manager);
    return true;
  }

  private async writeLastEntry(id: string): Promise<void> {
    const election = await this.urn.election(id);
    if (election.state === 'finished') return;
    const summary = await this.roll.summary(id);
    if (moreBallotsThanPasses(summary, election)) throw new MoreBallotsThanPasses();
    await this.urn.finish(id, summary);
  }
}
