import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Places } from '../places/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { canonicalPaper } from './ballot-paper.js';
import { PaperProjectsSource } from './paper-projects.js';
import { roundNow } from './round-now.js';
import { SETTLED } from './round-state.js';
import type { RoundNow } from './round.js';
import { RoundUnknown } from './rounds.errors.js';
import { RoundsRepository } from './rounds.repository.js';

/**
 * Fixes the ballot paper of a round that has entered voting. The state is computed, so nothing happens by
 * itself at that moment: a job of every minute and every reader of a round call this. Only the first call does anything.
 */
@Injectable()
export class FreezePaper {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RoundsRepository,
    private readonly places: Places,
    private readonly projects: PaperProjectsSource,
    private readonly audit: AuditLog,
  ) {}

  isDue({ state, paperSha256 }: RoundNow): boolean {
    return paperSha256 === null && SETTLED.has(state);
  }

  /** @returns the round afterwards @throws RoundUnknown */
  execute(roundId: string): Promise<RoundNow> {
    return this.database.transaction((manager) => this.within(roundId, manager));
  }

  /** The same within the caller's transaction. */
  async within(roundId: string, manager: EntityManager): Promise<RoundNow> {
    const round = await this.locked(roundId, manager);
    if (!this.isDue(round)) return round;

    const projects = await this.projects.putOnBallot(roundId, manager);
    const place = (await this.places.byIds([round.placeId], manager)).get(round.placeId);
    const canonical = canonicalPaper(round, place?.slug ?? '', projects);
    const sha256 = createHash('sha256').update(canonical).digest('hex');

    await this.rounds.freeze(roundId, canonical, sha256, manager);
    const what = `The ballot paper was frozen with ${projects.length} ${projects.length === 1 ? 'project' : 'projects'}`;
    await this.rounds.tell(roundId, { what, by: 'The timetable', actorId: null }, manager);
    await this.audit.append(
      {
        what: 'round.paper-frozen',
        actorId: null,
        subject: `round:${round.slug}`,
        facts: { sha256, projects: projects.length },
      },
      manager,
    );
    return this.locked(roundId, manager);
  }

  private async locked(roundId: string, manager: EntityManager): Promise<RoundNow> {
    const read = await this.rounds.locked(roundId, manager);
    if (!read) throw new RoundUnknown();
    return roundNow(read);
  }
}
