import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { Places } from '../places/index.js';
import { AuditLog } from '../platform/audit/index.js';
import type { WriteRoundDto } from './dto/write-round.dto.js';
import { planOf } from './round-plan.js';
import { RoundsRepository } from './rounds.repository.js';
import { slugOf } from './slug.js';

/** Starts a round as a draft that only officers of the place see. */
@Injectable()
export class CreateRound {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly places: Places,
    private readonly rounds: RoundsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @returns its slug @throws PlaceUnknown | RoleMissing | SecondFactorNeeded | RoundInvalid | RuleSpecInvalid */
  async execute(user: CurrentUser, sent: WriteRoundDto): Promise<string> {
    const place = await this.places.bySlug(sent.placeSlug);
    await this.authority.mustHold(user, 'officer', place.id);
    const plan = planOf(sent);

    return this.database.transaction(async (manager) => {
      const { id, slug } = await this.rounds.add(
        {
          ...plan,
          wantedSlug: slugOf(plan.title),
          placeId: place.id,
          currency: 'GBP',
          createdBy: user.id,
          opened: false,
          importedFrom: null,
          ballots: null,
          invented: false,
        },
        manager,
      );
      await this.rounds.tell(id, { what: 'Drafted', by: 'An officer', actorId: user.id }, manager);
      await this.audit.append({ what: 'round.drafted', actorId: user.id, subject: `round:${slug}` }, manager);
      return slug;
    });
  }
}
