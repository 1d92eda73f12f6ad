import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { normalPostcode } from '../../places/index.js';
import { type Allowance, RateLimits } from '../../platform/limits/index.js';
import { ElectorIntake } from '../electors/elector-intake.js';
import { explainLikeness } from '../matching/explain-likeness.js';
import { type Channel, ParticipationRepository } from '../passes/participation.repository.js';
import { RollRounds } from '../roll-rounds.js';

export interface SoughtElector {
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly postcode: string;
  readonly house: string;
  readonly uprn?: string | undefined;
}

export interface FoundElector {
  readonly elector: string;
  /** Name, date of birth and home agree. */
  readonly certain: boolean;
  readonly why: readonly string[];
  readonly issued: Channel | null;
}

/** More than any stall needs, and too few to try a whole town. */
const PER_PERSON: Allowance = { name: 'roll-search', points: 600, seconds: 3600 };

/** Finds somebody who stands at the table by what they say. The roll holds no names: it can only compare. */
@Injectable()
export class FindElector {
  constructor(
    private readonly rounds: RollRounds,
    private readonly intake: ElectorIntake,
    private readonly participation: ParticipationRepository,
    private readonly limits: RateLimits,
  ) {}

  /** @returns the certain one alone, or those that may be meant @throws RoundUnknown | RoleMissing | NotEntitled */
  async execute(user: CurrentUser, slug: string, sought: SoughtElector): Promise<FoundElector[]> {
    const { id: election } = await this.rounds.for(user, ['officer', 'facilitator'], slug);
    await this.limits.take(PER_PERSON, user.id);
    const { fullName, dateOfBirth, house, uprn = null } = sought;
    const home = { postcode: normalPostcode(sought.postcode), house, uprn };
    const keys = this.intake.keysOf({ fullName, dateOfBirth, home, email: null }, election);
    const likely = await this.intake.likely(election, keys);
    const certain = likely.filter(({ likenesses }) => likenesses.has('person'));
    return Promise.all(
      (certain.length > 0 ? certain : likely).map(async ({ elector, likenesses }) => ({
        elector,
        certain: likenesses.has('person'),
        why: explainLikeness(likenesses),
        issued: (await this.participation.of(election, elector))?.channel ?? null,
      })),
    );
  }
}
