import { Injectable } from '@nestjs/common';

import { FreezeRoll } from '../passes/freeze-roll.js';
import { FrozenRepository } from '../passes/frozen.repository.js';
import { NoVoteHere, RollNotDue } from '../roll.errors.js';

/** Freezes rolls within a minute of voting opening, even when nobody looks. */
@Injectable()
export class FreezeDueRolls {
  constructor(
    private readonly frozen: FrozenRepository,
    private readonly freezeRoll: FreezeRoll,
  ) {}

  async execute(): Promise<void> {
    for (const election of await this.frozen.notFrozen()) {
      await this.freezeRoll.execute(election).catch((refused: unknown) => {
        if (!(refused instanceof RollNotDue || refused instanceof NoVoteHere)) throw refused;
      });
    }
  }
}
