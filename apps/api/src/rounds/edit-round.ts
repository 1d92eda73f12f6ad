import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../identity/index.js';
import { Places } from '../places/index.js';
import type { WriteRoundDto } from './dto/write-round.dto.js';
import { RoundActs } from './round-acts.js';
import { planOf } from './round-plan.js';
import { RoundNotDraft } from './rounds.errors.js';
import { RoundsRepository } from './rounds.repository.js';

/** Changes a round that nobody but officers has seen. Its slug stays. */
@Injectable()
export class EditRound {
  constructor(
    private readonly acts: RoundActs,
    private readonly authority: Authority,
    private readonly places: Places,
    private readonly rounds: RoundsRepository,
  ) {}

  /** @throws RoundUnknown | RoundNotDraft | PlaceUnknown | RoleMissing | RoundInvalid | RuleSpecInvalid */
  async execute(user: CurrentUser, slug: string, sent: WriteRoundDto): Promise<void> {
    const place = await this.places.bySlug(sent.placeSlug);
    await this.authority.mustHold(user, 'officer', place.id);
    const plan = { ...planOf(sent), placeId: place.id };
    await this.acts.act(user, slug, async (round, manager) => {
      if (round.state !== 'draft') throw new RoundNotDraft();
      await this.rounds.change(round.id, plan, manager);
      return { audited: 'edited', what: 'Draft changed' };
    });
  }
}
