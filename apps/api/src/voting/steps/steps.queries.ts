import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { hideSmallCells, hideSmallTotal } from '../../roll/index.js';
import { VotingRounds } from '../voting-rounds.js';
import { type Step, STEPS } from './step.js';
import { StepsRepository } from './steps.repository.js';

export type ShownCounts = Readonly<Record<Step, number | null>>;

export interface StepsSeen {
  readonly total: ShownCounts;
  readonly days: readonly (ShownCounts & { readonly day: string })[];
}

/** How far ballots come, for those who run the vote. Small counts are hidden, as those of turnout are. */
@Injectable()
export class StepsQueries {
  constructor(
    private readonly rounds: VotingRounds,
    private readonly steps: StepsRepository,
  ) {}

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded */
  async of(user: CurrentUser, slug: string): Promise<StepsSeen> {
    const { id } = await this.rounds.forInsider(user, slug);
    const days = await this.steps.days(id);
    const shown = Object.fromEntries(
      STEPS.map((step) => [step, hideSmallCells(days.map((counts) => counts[step]))]),
    ) as Record<Step, (number | null)[]>;
    const total = Object.fromEntries(
      STEPS.map((step) => [step, hideSmallTotal(days.reduce((sum, counts) => sum + counts[step], 0))]),
    ) as Record<Step, number | null>;
    return {
      total,
      days: days.map(({ day }, at) => ({
        day,
        chosen: shown.chosen[at] ?? null,
        checked: shown.checked[at] ?? null,
        cast: shown.cast[at] ?? null,
      })),
    };
  }
}
