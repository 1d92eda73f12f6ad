import { Injectable } from '@nestjs/common';

import { IndicatorNotFound, ReadingsRepository } from '../indicators/index.js';
import { Places } from '../places/index.js';
import { Clock } from '../platform/clock/index.js';
import type { AimPlan } from './aim.js';
import { AimDueInPast, ComparesWithItself } from './decisions.errors.js';
import type { WriteAimDto } from './dto/write-decision.dto.js';

/** Checks what an officer wrote about an aim and puts ids in place of slugs. */
@Injectable()
export class PlanAim {
  constructor(
    private readonly readings: ReadingsRepository,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  /** @throws IndicatorNotFound | PlaceUnknown | AimDueInPast | ComparesWithItself */
  async execute({ placeSlug, comparisonPlaceSlugs, ...written }: WriteAimDto): Promise<AimPlan> {
    if (!(await this.readings.knows(written.indicatorCode)))
      throw new IndicatorNotFound(written.indicatorCode);
    if (comparisonPlaceSlugs.includes(placeSlug)) throw new ComparesWithItself();
    const now = await this.clock.now();
    if (written.dueOn <= now.toISOString().slice(0, 10)) throw new AimDueInPast();
    const { id: placeId } = await this.places.bySlug(placeSlug);
    const comparisonPlaceIds: string[] = [];
    for (const slug of comparisonPlaceSlugs) comparisonPlaceIds.push((await this.places.bySlug(slug)).id);
    return { ...written, placeId, comparisonPlaceIds };
  }
}
