import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Phase } from './phases.js';
import type { RoundPlan, RoundSource } from './round.js';
import { RoundsRepository } from './rounds.repository.js';
import { slugOf } from './slug.js';

export interface FinishedRound extends RoundPlan {
  readonly placeId: string;
  /** ISO 4217, from the file. */
  readonly currency: string;
  /** When people voted, if the file says so. A time that is not over is left out. */
  readonly voted: { readonly opensAt: Date; readonly closesAt: Date } | null;
  readonly ballots: number | null;
  readonly importedFrom: RoundSource;
  /** Who imports it. */
  readonly actorId: string;
}

/** Takes in an election that was held elsewhere: a round that is already past its vote and waits for its count. */
@Injectable()
export class RegisterFinishedRound {
  constructor(private readonly rounds: RoundsRepository) {}

  /** Within the caller's transaction; the caller writes the audit event. */
  async execute(
    { voted, actorId, ...finished }: FinishedRound,
    manager: EntityManager,
  ): Promise<{ id: string; slug: string }> {
    const over =
      voted && voted.opensAt < voted.closesAt && voted.closesAt <= (await this.rounds.now(manager));
    const phases: Phase[] = over ? [{ kind: 'voting', ...voted }] : [];
    const wantedSlug = slugOf(finished.title);
    const { id, slug } = await this.rounds.add(
      { ...finished, wantedSlug, phases, createdBy: actorId, opened: true, invented: false },
      manager,
    );
    const what = 'Imported from a published election';
    await this.rounds.tell(id, { what, by: 'An officer', actorId }, manager);
    return { id, slug };
  }
}
