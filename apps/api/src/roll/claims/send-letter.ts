import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Config, CONFIG } from '../../platform/config/index.js';
import { RollRounds } from '../roll-rounds.js';
import { ClaimDecided, ClaimUnknown, OwnClaim } from '../roll.errors.js';
import { ClaimsRepository } from './claims.repository.js';
import { letterDigest, newLetterCode } from './letter-code.js';

export interface Letter {
  /** Shown once, to be printed. */
  readonly code: string;
  readonly fullName: string;
  readonly house: string;
  readonly postcode: string;
}

/** Makes a one-time code for a letter to the address of a claim. A newer letter replaces an older one. */
@Injectable()
export class SendLetter {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly claims: ClaimsRepository,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws RoundUnknown | RoleMissing | RollFrozen | ClaimUnknown, also for a line of a file | ClaimDecided | OwnClaim */
  async execute(user: CurrentUser, slug: string, claim: string): Promise<Letter> {
    const { id: election } = await this.rounds.for(user, 'officer', slug);
    const code = newLetterCode();
    return this.database.transaction(async (manager) => {
      await this.rounds.changeable(election, manager);
      const found = await this.claims.locked(election, claim, manager);
      if (!found) throw new ClaimUnknown();
      if (typeof found === 'string') throw new ClaimDecided();
      if (found.person === null) throw new ClaimUnknown();
      if (found.person === user.id) throw new OwnClaim();
      await this.claims.putLetter(claim, letterDigest(code, claim, this.config.rollPepper), manager);
      await this.audit.append(
        { what: 'roll.letter-made', actorId: user.id, subject: `round:${slug}`, facts: { claim } },
        manager,
      );
      const { fullName, home } = found.details;
      return { code, fullName, house: home.house, postcode: home.postcode };
    });
  }
}
