import { Injectable } from '@nestjs/common';

import { LogWriter } from './log-writer.js';
import type { StoredCheckpoint } from './log.repository.js';
import { type Waiting, WaitingBallotsRepository } from './waiting-ballots.repository.js';

/** A batch hides each new ballot among at least so many, except at night and at the close. */
export const BATCH_CREDENTIALS = 20;

/** Takes the ballots that wait into the log. */
@Injectable()
export class BatchBallots {
  constructor(
    private readonly writer: LogWriter,
    private readonly ballots: WaitingBallotsRepository,
  ) {}

  isDue({ entries, newCredentials, night }: Waiting): boolean {
    return newCredentials >= BATCH_CREDENTIALS || (night && entries > 0);
  }

  /** @returns the new checkpoint, or null when nothing waited @throws LogInIncident */
  execute(election: string): Promise<StoredCheckpoint | null> {
    return this.writer.extend(election, (manager, size) => this.ballots.shuffleIn(election, size, manager));
  }
}
