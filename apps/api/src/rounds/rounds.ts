import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { FreezePaper } from './freeze-paper.js';
import { roundNow } from './round-now.js';
import type { RoundNow } from './round.js';
import { RoundUnknown } from './rounds.errors.js';
import { type RoundRead, RoundsRepository } from './rounds.repository.js';

/** What other features ask about rounds. Drafts are shown too: whoever asks decides who may see them. */
@Injectable()
export class Rounds {
  constructor(
    private readonly rounds: RoundsRepository,
    private readonly freezePaper: FreezePaper,
  ) {}

  /** @throws RoundUnknown */
  async bySlug(slug: string): Promise<RoundNow> {
    return this.settled(await this.rounds.bySlug(slug));
  }

  /** @throws RoundUnknown */
  async byId(id: string): Promise<RoundNow> {
    return this.settled(await this.rounds.byId(id));
  }

  /** The rounds of the ids given, in one question. */
  async byIds(ids: Iterable<string>): Promise<ReadonlyMap<string, RoundNow>> {
    const distinct = [...new Set(ids)];
    if (distinct.length === 0) return new Map();
    return new Map((await this.rounds.byIds(distinct)).map((read) => [read.round.id, roundNow(read)]));
  }

  /** Holds the round, and so its state, until the transaction ends. @throws RoundUnknown */
  async locked(id: string, manager: EntityManager): Promise<RoundNow> {
    const read = await this.rounds.locked(id, manager);
    if (!read) throw new RoundUnknown();
    return roundNow(read);
  }

  /** Whoever looks first after voting has opened freezes the paper. */
  private async settled(read: RoundRead | undefined): Promise<RoundNow> {
    if (!read) throw new RoundUnknown();
    const round = roundNow(read);
    return this.freezePaper.isDue(round) ? this.freezePaper.execute(round.id) : round;
  }
}
