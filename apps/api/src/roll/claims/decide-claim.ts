import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ElectorIntake } from '../electors/elector-intake.js';
import { RollRounds } from '../roll-rounds.js';
import { ClaimDecided, ClaimUnknown, DuplicateElector, OwnClaim } from '../roll.errors.js';
import { ClaimsRepository } from './claims.repository.js';

export interface ClaimVerdict {
  readonly accept: boolean;
  readonly reason: string;
  /** The entry that is the same person, when the officer accepts on that ground. */
  readonly sameAs?: string | undefined;
}

/** An officer accepts or refuses a claim, with a reason that its owner reads. */
@Injectable()
export class DecideClaim {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RollRounds,
    private readonly intake: ElectorIntake,
    private readonly claims: ClaimsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RoundUnknown | RoleMissing | RollFrozen | ClaimUnknown | ClaimDecided | OwnClaim | DuplicateElector | ElectorUnknown */
  async execute(
    user: CurrentUser,
    slug: string,
    claim: string,
    { accept, reason, sameAs }: ClaimVerdict,
  ): Promise<void> {
    const { id: election } = await this.rounds.for(user, 'officer', slug);
    await this.database.transaction(async (manager) => {
      await this.rounds.changeable(election, manager);
      const found = await this.claims.locked(election, claim, manager);
      if (!found) throw new ClaimUnknown();
      if (typeof found === 'string') throw new ClaimDecided();
      if (found.person === user.id) throw new OwnClaim();

      let elector: string | null = null;
      if (accept) {
        const keys = this.intake.keysOf(found.details, election);
        // A line of a file that is the same person as an entry has nothing to add to it.
        if (found.person === null && sameAs !== undefined) throw new DuplicateElector();
        elector = await this.intake.entryFor(election, keys, sameAs, manager, found.upload);
      }
      await this.claims.decide(claim, { elector, reason, decidedBy: user.id }, manager);
      const what = accept ? 'roll.claim-accepted' : 'roll.claim-refused';
      const facts = { claim, connection: found.connection };
      await this.audit.append({ what, actorId: user.id, subject: `round:${slug}`, facts }, manager);
    });
  }
}
