import { Inject, Injectable } from '@nestjs/common';

import { type Count, CountsRepository } from '../../counts/index.js';
import { type RoundDecision, RoundDecisions } from '../../decisions/index.js';
import { Authority, type CurrentUser } from '../../identity/index.js';
import { Places } from '../../places/index.js';
import { type Config, CONFIG } from '../../platform/config/index.js';
import { type RoundNow, Rounds } from '../../rounds/index.js';
import { Votes } from '../../voting/index.js';
import { OutcomeNotPublished } from '../outcomes.errors.js';
import type { PressSheetDto } from './press.dto.js';
import { pressSheet } from './press-sheet.js';

/** Roles that see a sheet while it is a draft. */
const INSIDERS = ['officer', 'auditor'] as const;

@Injectable()
export class PressSheets {
  constructor(
    private readonly authority: Authority,
    private readonly rounds: Rounds,
    private readonly places: Places,
    private readonly counts: CountsRepository,
    private readonly decisions: RoundDecisions,
    private readonly votes: Votes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws RoundUnknown | OutcomeNotPublished also for a draft the reader may not see */
  async ofRound(slug: string, user: CurrentUser | undefined): Promise<PressSheetDto> {
    const round = await this.rounds.bySlug(slug);
    const decision = await this.decisions.of(round.id);
    if (!decision) throw new OutcomeNotPublished();
    if (decision.state === 'draft' && !(await this.authority.holds(user, INSIDERS, round.placeId)))
      throw new OutcomeNotPublished();
    return this.of(round, decision, await this.counts.byId(decision.countId));
  }

  async of(round: RoundNow, decision: RoundDecision, count: Count): Promise<PressSheetDto> {
    const [places, { outcome }, vote] = await Promise.all([
      this.places.byIds([round.placeId]),
      this.counts.resultOf(count.id),
      this.votes.of(round),
    ]);
    const place = places.get(round.placeId);
    if (!place) throw new Error(`round ${round.slug} lies in no place`);
    const { contact } = this.config;
    return pressSheet({ round, place, decision, count, voters: outcome.ballots, vote, contact });
  }
}
