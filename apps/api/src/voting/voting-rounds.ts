import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../identity/index.js';
import { type RoundNow, Rounds, RoundUnknown } from '../rounds/index.js';

/** Rounds as those who run a vote reach them. */
@Injectable()
export class VotingRounds {
  constructor(
    private readonly rounds: Rounds,
    private readonly authority: Authority,
  ) {}

  /** @throws RoundUnknown, also for a draft */
  async public(slug: string): Promise<RoundNow> {
    const round = await this.rounds.bySlug(slug);
    if (round.state === 'draft') throw new RoundUnknown();
    return round;
  }

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded */
  async forOfficer(user: CurrentUser, slug: string): Promise<RoundNow> {
    const round = await this.public(slug);
    await this.authority.mustHold(user, 'officer', round.placeId);
    return round;
  }

  /** For those who may look and not touch. @throws RoundUnknown | RoleMissing | SecondFactorNeeded */
  async forInsider(user: CurrentUser, slug: string): Promise<RoundNow> {
    const round = await this.public(slug);
    await this.authority.mustHold(user, ['officer', 'auditor'], round.placeId);
    return round;
  }

  /** Whether the reader sees how the vote is run, and is a named scrutineer of it. */
  isInsider(user: CurrentUser | undefined, { placeId }: RoundNow): Promise<boolean> {
    return this.authority.holds(user, ['officer', 'auditor'], placeId);
  }
}
