import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Authority, type CurrentUser } from '../../identity/index.js';
import { Places } from '../../places/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Rounds, RoundUnknown } from '../../rounds/index.js';
import type { RecordSpokenDto } from './spoken.dto.js';
import { SpokenFieldInvalid } from './spoken.errors.js';
import { SpokenRepository } from './spoken.repository.js';
import { reachesSomebody } from './spoken.js';

/** A facilitator writes down what people said where they were, so that it has a fate like everything else. */
@Injectable()
export class RecordSpoken {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly places: Places,
    private readonly rounds: Rounds,
    private readonly spoken: SpokenRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @returns its id @throws PlaceUnknown | RoundUnknown | RoleMissing | SecondFactorNeeded | SpokenFieldInvalid */
  async execute(user: CurrentUser, sent: RecordSpokenDto): Promise<string> {
    const { id: placeId } = await this.places.bySlug(sent.placeSlug);
    await this.authority.mustHold(user, ['facilitator', 'officer'], placeId);
    const round = await this.rounds.bySlug(sent.roundSlug);
    if (round.state === 'draft') throw new RoundUnknown();
    for (const field of ['said', 'host'] as const) {
      if (reachesSomebody(sent[field])) {
        const message = 'Leave out names, addresses, telephone numbers and postcodes.';
        throw new SpokenFieldInvalid('spoken.reaches-somebody', field, message);
      }
    }
    return this.database.transaction(async (manager) => {
      const id = await this.spoken.add(
        {
          placeId,
          host: sent.host.trim(),
          said: sent.said.trim(),
          people: sent.people,
          roundId: round.id,
          proposalNumber: sent.proposalNumber ?? null,
          recordedBy: user.id,
        },
        manager,
      );
      if (!id) {
        const message = 'There is no such proposal in this round.';
        throw new SpokenFieldInvalid('spoken.proposal-unknown', 'proposalNumber', message);
      }
      await this.audit.append(
        {
          what: 'contribution.spoken-recorded',
          actorId: user.id,
          subject: `round:${round.slug}`,
          facts: { place: sent.placeSlug, people: sent.people },
        },
        manager,
      );
      return id;
    });
  }
}
