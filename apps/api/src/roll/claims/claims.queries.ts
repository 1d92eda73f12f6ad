import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { Places, type Whereabouts } from '../../places/index.js';
import { ElectorIntake } from '../electors/elector-intake.js';
import { explainLikeness } from '../matching/explain-likeness.js';
import { RollRounds } from '../roll-rounds.js';
import { ClaimsRepository, type WaitingClaim } from './claims.repository.js';

/** A claim with everything an officer needs to judge it. */
export interface ClaimToReview extends WaitingClaim {
  /** Where the postcode that decides lies: the home's, or that of work or school. */
  readonly decisivePostcode: Whereabouts;
  /** Somebody as good as certainly the same was taken off this roll. */
  readonly removedBefore: boolean;
  readonly alike: readonly {
    readonly elector: string;
    readonly linked: boolean;
    readonly why: readonly string[];
  }[];
  /** Other claims of as good as certainly the same person that wait too. */
  readonly alsoWaiting: number;
}

@Injectable()
export class ClaimsQueries {
  constructor(
    private readonly rounds: RollRounds,
    private readonly claims: ClaimsRepository,
    private readonly intake: ElectorIntake,
    private readonly places: Places,
  ) {}

  /** Oldest first. @throws RoundUnknown | RoleMissing | SecondFactorNeeded */
  async waiting(
    user: CurrentUser,
    slug: string,
    page: number,
    pageSize: number,
  ): Promise<{ items: ClaimToReview[]; total: number }> {
    const { id: election, placeId } = await this.rounds.for(user, ['officer', 'auditor'], slug);
    const claims = await this.claims.waiting(election, page, pageSize);
    const keyed = claims.map((claim) => ({ claim, keys: this.intake.keysOf(claim.details, election) }));
    const [total, waiting, where] = await Promise.all([
      this.claims.countWaiting(election),
      this.claims.waitingByPerson(
        election,
        claims.map(({ personDigest }) => personDigest),
      ),
      this.places.whereabouts(claims.map(decisive), placeId),
    ]);
    const items: ClaimToReview[] = [];
    for (const { claim, keys } of keyed) {
      const likely = await this.intake.likely(election, keys);
      items.push({
        ...claim,
        decisivePostcode: where.get(decisive(claim)) ?? 'unknown',
        alike: likely.map(({ elector, linked, likenesses }) => ({
          elector,
          linked,
          why: explainLikeness(likenesses),
        })),
        removedBefore: await this.intake.wasRemoved(election, keys),
        alsoWaiting: (waiting.get(claim.personDigest.toString('hex')) ?? 1) - 1,
      });
    }
    return { items, total };
  }
}

const decisive = ({ connection, details }: WaitingClaim): string =>
  (connection === 'live' ? details.home.postcode : details.connectionPostcode) ?? '';
