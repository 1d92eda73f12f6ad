import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { Jobs } from '../platform/jobs/index.js';
import { FreezePaper } from './freeze-paper.js';
import { RoundsRepository } from './rounds.repository.js';

/** Freezes papers within a minute of voting opening, even when nobody looks. */
@Injectable()
export class FreezeDuePapers implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly rounds: RoundsRepository,
    private readonly freezePaper: FreezePaper,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.everyMinute('rounds.freeze-due-papers', () => this.execute());
  }

  async execute(): Promise<void> {
    for (const id of await this.rounds.idsWithoutPaper()) await this.freezePaper.execute(id);
  }
}
