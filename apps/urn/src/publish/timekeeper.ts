import { setTimeout as wait } from 'node:timers/promises';

import { Inject, Injectable, Logger } from '@nestjs/common';

import { BatchBallots, LogInIncident, LogWriter, WaitingBallotsRepository } from '../log/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { CloseVoting } from './close-voting.js';

/** Does what is due by the database's clock: batches, and the end of voting. One round after another, never two at once. */
@Injectable()
export class Timekeeper {
  private readonly log = new Logger('timekeeper');
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly ballots: WaitingBallotsRepository,
    private readonly batch: BatchBallots,
    private readonly close: CloseVoting,
    private readonly writer: LogWriter,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Lets the round that runs end. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** One round over all elections. */
  async round(): Promise<void> {
    for (const waiting of await this.ballots.waiting()) {
      const { election, night, over } = waiting;
      if (this.writer.isInIncident(election)) continue;
      if (over) await this.close.execute(election);
      else if (this.batch.isDue(waiting)) await this.batch.execute(election);
      if (night) await this.ballots.noteNight(election);
    }
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.round().catch((fault: { code?: string; name?: string }) => {
        if (!(fault instanceof LogInIncident))
          this.log.warn(`round put off: ${fault.name ?? ''} ${fault.code ?? ''}`);
      });
      await wait(this.config.batchEveryMs, undefined, { signal }).catch(() => {});
    }
  }
}
