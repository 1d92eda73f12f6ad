import { timingSafeEqual } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { Places } from '../../places/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Config, CONFIG } from '../../platform/config/index.js';
import { type Allowance, RateLimits } from '../../platform/limits/index.js';
import { ElectorIntake } from '../electors/elector-intake.js';
import { RollRounds } from '../roll-rounds.js';
import { RollFrozen, WrongLetterCode } from '../roll.errors.js';
import { ClaimsRepository } from './claims.repository.js';
import { letterDigest } from './letter-code.js';

const PER_PERSON: Allowance = { name: 'roll-letter-code', points: 6, seconds: 15 * 60 };
const REASON = 'The code of the letter to your address was right.';

/**
 * The code of the letter proves the address. With it somebody who lives here goes on the roll at once, unless an
 * entry looks like the same person or the postcode is not known to lie in the place: that is for an officer to judge.
 */
@Injectable()
export class EnterLetterCode {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly places: Places,
    private readonly intake: ElectorIntake,
    private readonly claims: ClaimsRepository,
    private readonly limits: RateLimits,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws RoundUnknown | RollFrozen | WrongLetterCode | TooManyTries */
  async execute(user: CurrentUser, slug: string, code: string): Promise<void> {
    const round = await this.rounds.public(slug);
    if (round.frozen) throw new RollFrozen();
    await this.limits.take(PER_PERSON, user.id);
    const election = round.id;
    const own = await this.claims.ofPerson(election, user.id);
    if (own?.stage !== 'waiting') throw new WrongLetterCode();

    await this.database.transaction(async (manager) => {
      await this.rounds.changeable(election, manager);
      const found = await this.claims.locked(election, own.claim, manager);
      if (typeof found !== 'object' || !found.letterDigest) throw new WrongLetterCode();
      const digest = letterDigest(code, own.claim, this.config.rollPepper);
      if (!timingSafeEqual(digest, found.letterDigest)) throw new WrongLetterCode();

      await this.claims.confirmAddress(own.claim, manager);
      const keys = this.intake.keysOf(found.details, election);
      const likely = await this.intake.likely(election, keys, manager);
      const clear = likely.every(({ linked, likenesses }) => !linked && likenesses.has('person'));
      if (found.connection !== 'live' || !clear) return;
      if (await this.intake.wasRemoved(election, keys, manager)) return;
      const { postcode } = found.details.home;
      const where = await this.places.whereabouts([postcode], round.placeId, manager);
      if (where.get(postcode) !== 'inside') return;
      const elector = await this.intake.entryFor(election, keys, undefined, manager);
      await this.claims.decide(own.claim, { elector, reason: REASON, decidedBy: null }, manager);
      await this.audit.append(
        {
          what: 'roll.claim-accepted',
          actorId: null,
          subject: `round:${slug}`,
          facts: { claim: own.claim, connection: found.connection, byLetter: true },
        },
        manager,
      );
    });
    await this.limits.forget(PER_PERSON, user.id);
  }
}
