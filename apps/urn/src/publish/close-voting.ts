import { Injectable } from '@nestjs/common';

import { LogWriter, WaitingBallotsRepository } from '../log/index.js';
import { CloseNeedsTwo } from './publish.errors.js';
import { PublishRepository } from './publish.repository.js';

/** Ends the casting and takes the last ballots into the log, all in one transaction. */
@Injectable()
export class CloseVoting {
  constructor(
    private readonly writer: LogWriter,
    private readonly ballots: WaitingBallotsRepository,
    private readonly repository: PublishRepository,
  ) {}

  /**
   * @param by two different people, to end it before its time; none when the clock ends it
   * @throws CloseNeedsTwo | ElectionUnknown | LogInIncident
   */
  async execute(election: string, by: readonly string[] = []): Promise<void> {
    const early = by.length === 2 && by[0] !== by[1];
    await this.writer.extend(election, async (manager, size) => {
      if (!(await this.repository.close(election, early, manager))) throw new CloseNeedsTwo();
      return this.ballots.shuffleIn(election, size, manager);
    });
  }
}
