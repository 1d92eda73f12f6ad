import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AimedIndicatorDto } from '../indicators/index.js';
import { type PlaceRef, PlaceRefDto, Places } from '../places/index.js';
import { type RoundNow, Rounds } from '../rounds/index.js';
import type { Aim } from './aim.js';
import { AimsQueries } from './aims.queries.js';
import { AimsRepository } from './aims.repository.js';
import { type Decision, type DecisionOutline, numberOf, numberWords, outlineOf } from './decision.js';
import { DecisionNotFound } from './decisions.errors.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionDto, DecisionItemDto, DecisionSummaryDto } from './dto/decision.dto.js';

/** Roles that see drafts. */
const INSIDERS = ['officer', 'auditor'] as const;

@Injectable()
export class DecisionsQueries {
  constructor(
    private readonly authority: Authority,
    private readonly places: Places,
    private readonly rounds: Rounds,
    private readonly decisions: DecisionsRepository,
    private readonly aims: AimsRepository,
    private readonly shownAims: AimsQueries,
  ) {}

  /** @param placeSlug with everything below it; everywhere when left out */
  async list(placeSlug: string | undefined, user: CurrentUser | undefined): Promise<DecisionSummaryDto[]> {
    const within = placeSlug === undefined ? null : await this.places.idsWithin(placeSlug);
    const decisions = await this.visible(await this.decisions.list(within), user);
    const [places, rounds, aims] = await Promise.all([
      this.places.byIds(decisions.map(({ placeId }) => placeId)),
      this.rounds.byIds(decisions.map(({ roundId }) => roundId)),
      this.aims.ofDecisions(decisions.map(({ id }) => id)),
    ]);
    return decisions.flatMap((decision) => {
      const place = places.get(decision.placeId);
      const round = rounds.get(decision.roundId);
      if (!place || !round) return [];
      return [
        summary(
          decision,
          place,
          round,
          aims.filter(({ decisionId }) => decisionId === decision.id),
        ),
      ];
    });
  }

  /**
   * @param words `D-1`
   * @param version the newest when left out
   * @throws DecisionNotFound also for a draft the reader may not see
   */
  async byNumber(words: string, user: CurrentUser | undefined, version?: number): Promise<DecisionDto> {
    const found = await this.decisions.byNumber(numberOf(words), version ?? null);
    const [decision] = await this.visible([found], user);
    if (!decision) throw new DecisionNotFound();
    const [places, round, aims, versions] = await Promise.all([
      this.places.byIds([decision.placeId]),
      this.rounds.byId(decision.roundId),
      this.aims.ofDecisions([decision.id]),
      this.decisions.versionsOf(decision.id),
    ]);
    const place = places.get(decision.placeId);
    if (!place) throw new DecisionNotFound();
    return {
      ...summary(outlineOf(decision), place, round, aims),
      summary: decision.summary,
      reasons: decision.reasons,
      fairness: decision.fairness,
      roundTitle: round.title,
      countId: decision.countId,
      moneyLeft: decision.countId === round.publishedCountId ? round.moneyLeft : null,
      items: decision.items.map(DecisionItemDto.of),
      aimsFull: await this.shownAims.shown(aims),
      version: decision.version,
      versions: versions.map(({ version: nth, at, note }) => ({ version: nth, at: at.toISOString(), note })),
      whatNext: decision.whatNext,
    };
  }

  private async visible<Some extends DecisionOutline | Decision>(
    decisions: readonly Some[],
    user: CurrentUser | undefined,
  ): Promise<readonly Some[]> {
    const drafts = decisions.filter(({ state }) => state === 'draft');
    const hidden = new Set<string>();
    for (const { id, placeId } of drafts) {
      if (!(await this.authority.holds(user, INSIDERS, placeId))) hidden.add(id);
    }
    return decisions.filter(({ id }) => !hidden.has(id));
  }
}

function summary(
  { number, title, body, state, publishedAt, chosen, notChosen, spendPence }: DecisionOutline,
  place: PlaceRef,
  { slug, currency, invented }: RoundNow,
  aims: readonly Aim[],
): DecisionSummaryDto {
  return {
    number: numberWords(number),
    title,
    body,
    place: PlaceRefDto.of(place),
    state,
    publishedAt: publishedAt?.toISOString() ?? null,
    chosen,
    notChosen,
    spendPence,
    currency,
    aims: aims.map(({ indicatorCode, indicatorName, direction, dueOn }) => ({
      indicator: AimedIndicatorDto.of(indicatorCode, indicatorName),
      direction,
      dueOn,
    })),
    invented,
    roundSlug: slug,
  };
}
