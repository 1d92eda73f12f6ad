import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { UrnClient } from '../urn/urn-client.js';
import { NoVoteHeld, UrnUnreachable } from '../voting.errors.js';
import { VotingRounds } from '../voting-rounds.js';
import { GoOnWithVote } from './go-on-with-vote.js';

/** An officer does not wait for the minute: what is due is done now, such as opening the ballot box. */
@Injectable()
export class TryAgain {
  constructor(
    private readonly rounds: VotingRounds,
    private readonly votes: HeldVotesRepository,
    private readonly urn: UrnClient,
    private readonly goOn: GoOnWithVote,
  ) {}

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded | NoVoteHeld before voting opens | UrnUnreachable */
  async execute(user: CurrentUser, slug: string): Promise<void> {
    const { id, state, imported } = await this.rounds.forOfficer(user, slug);
    if (!this.urn.exists) throw new UrnUnreachable();
    if (state === 'voting' && !imported) await this.votes.begin(id);
    else if (!(await this.votes.of(id))) throw new NoVoteHeld();
    await this.goOn.execute(id);
  }
}
