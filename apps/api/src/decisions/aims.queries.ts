import { Injectable, type OnModuleInit } from '@nestjs/common';

import {
  AimBoard,
  AimDto,
  AimedIndicatorDto,
  ReadingDto,
  type Reading,
  ReadingsRepository,
} from '../indicators/index.js';
import { PlaceRefDto, Places } from '../places/index.js';
import { Clock } from '../platform/clock/index.js';
import type { Aim } from './aim.js';
import { AimsRepository } from './aims.repository.js';
import { numberWords } from './decision.js';
import { judgingWave, verdictOf } from './verdict.js';

/** Shows aims with what became of them, also on the pages of their indicators. */
@Injectable()
export class AimsQueries implements OnModuleInit {
  constructor(
    private readonly board: AimBoard,
    private readonly aims: AimsRepository,
    private readonly readings: ReadingsRepository,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.board.readFrom({
      countByIndicator: () => this.aims.countLocked(),
      at: async (indicatorCode) => this.shown(await this.aims.lockedAt(indicatorCode)),
    });
  }

  /** The newest headline reading an aim would start from today: one whose fieldwork has begun. */
  async baselineOf({ indicatorCode, placeId }: Aim): Promise<Reading | undefined> {
    const today = dayIn('Europe/London', await this.clock.now());
    const readings = await this.readings.headlinesAt(indicatorCode, placeId);
    return readings.findLast(({ from }) => from === null || from <= today);
  }

  async shown(aims: readonly Aim[]): Promise<AimDto[]> {
    const places = await this.places.byIds(
      aims.flatMap(({ placeId, comparisonPlaceIds }) => [placeId, ...comparisonPlaceIds]),
    );
    const today = dayIn('Europe/London', await this.clock.now());
    const refs = (ids: readonly string[]): PlaceRefDto[] =>
      ids.flatMap((id) => {
        const place = places.get(id);
        return place ? [PlaceRefDto.of(place)] : [];
      });
    return Promise.all(
      aims.map(async (aim) => {
        const { before, after } = await this.waves(aim);
        const locked = aim.lockedAt !== null;
        const { direction, sizePoints, dueOn } = aim;
        const { state, grade, sentence } = verdictOf({
          direction,
          sizePoints,
          dueOn,
          locked,
          before,
          after,
          today,
        });
        return {
          id: aim.id,
          decisionNumber: numberWords(aim.decisionNumber),
          decisionTitle: aim.decisionTitle,
          indicator: AimedIndicatorDto.of(aim.indicatorCode, aim.indicatorName),
          direction,
          sizePoints,
          population: aim.population,
          place: refs([aim.placeId])[0] as PlaceRefDto,
          dueOn,
          mechanism: aim.mechanism,
          comparisonPlaces: refs(aim.comparisonPlaceIds),
          baseline: before ? ReadingDto.of(before) : null,
          state,
          lockedAt: aim.lockedAt?.toISOString() ?? null,
          verdict: { grade, sentence },
        };
      }),
    );
  }

  private async waves({ indicatorCode, placeId, baselineId, lockedAt, dueOn }: Aim): Promise<Waves> {
    const readings = await this.readings.headlinesAt(indicatorCode, placeId);
    if (!lockedAt) return { before: readings.at(-1), after: undefined };
    const lockedOn = dayIn('Europe/London', lockedAt);
    const before = readings.find(({ id }) => id === baselineId);
    return { before, after: judgingWave(readings, { lockedOn, dueOn }) };
  }
}

interface Waves {
  readonly before: Reading | undefined;
  readonly after: Reading | undefined;
}

/** `YYYY-MM-DD` of a moment, as a calendar there shows it. */
const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
