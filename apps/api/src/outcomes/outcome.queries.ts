import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../identity/index.js';
import { Rounds } from '../rounds/index.js';
import { DecisionLetterDto } from '../decisions/index.js';
import type { OutcomeDto, WaitingOutcomeDto } from './dto/outcome.dto.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { dataFiles } from './preview/data-files.js';
import { PrepareOutcome } from './preview/prepare-outcome.js';
import { ShownOutcome } from './shown-outcome.js';

/** What the office sees of an outcome. */
@Injectable()
export class OutcomeQueries {
  constructor(
    private readonly authority: Authority,
    private readonly rounds: Rounds,
    private readonly prepare: PrepareOutcome,
    private readonly outcomes: OutcomesRepository,
    private readonly shown: ShownOutcome,
  ) {}

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded */
  async of(user: CurrentUser, slug: string): Promise<OutcomeDto> {
    const round = await this.rounds.bySlug(slug);
    await this.authority.mustHold(user, ['officer', 'auditor'], round.placeId);
    const [prepared, outcome, unanswered] = await Promise.all([
      this.prepare.of(round),
      this.outcomes.ofRound(round.id),
      this.outcomes.unanswered(round.id),
    ]);
    const { needs, vote, count, decision, letters, sheet, digest, contact } = prepared;
    const numbers = decision?.items.map(({ proposalNumber }) => proposalNumber);
    return {
      roundSlug: round.slug,
      roundTitle: round.title,
      decisionNumber: decision?.words ?? null,
      needs: needs.map(({ code, met, missing }) => ({ code, met, missing })),
      unanswered,
      digest: digest ?? null,
      sheet: sheet ?? null,
      letters: [...letters].map(([number, letter]) => DecisionLetterDto.of(number, letter)),
      told: numbers ? await this.shown.expected(round.id, numbers) : null,
      files: count ? dataFiles(round, count.id, vote) : [],
      contact: { ...contact },
      proposed: outcome && !outcome.confirmedAt ? await this.shown.proposed(outcome, user, digest) : null,
      published: decision?.publishedAt ? await this.shown.published(decision, outcome) : null,
    };
  }

  /** In the places of this officer, the oldest first. */
  async waiting(user: CurrentUser): Promise<WaitingOutcomeDto[]> {
    const waiting = await this.outcomes.waiting(await this.authority.placesOf(user, 'officer'));
    const rounds = await this.rounds.byIds(waiting.map(({ roundId }) => roundId));
    const shown = waiting.map(async (outcome): Promise<WaitingOutcomeDto[]> => {
      const round = rounds.get(outcome.roundId);
      if (!round) return [];
      const { digest } = await this.prepare.of(round);
      const proposed = await this.shown.proposed(outcome, user, digest);
      return [{ roundSlug: round.slug, roundTitle: round.title, proposed }];
    });
    return (await Promise.all(shown)).flat();
  }
}
