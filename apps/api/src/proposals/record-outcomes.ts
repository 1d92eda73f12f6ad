import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type Outcome, PaperRepository } from './paper.repository.js';

/** A decision was published: what was on the ballot is funded or not, each with its reason. */
@Injectable()
export class RecordOutcomes {
  constructor(private readonly paper: PaperRepository) {}

  /** Within the caller's transaction; recording the same again changes nothing. */
  async execute(roundId: string, outcomes: readonly Outcome[], manager: EntityManager): Promise<void> {
    const recorded = await this.paper.recordOutcomes(roundId, outcomes, manager);
    if (recorded !== outcomes.length) {
      throw new Error(`${outcomes.length - recorded} of ${outcomes.length} proposals are not on this ballot`);
    }
  }
}
