import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { OverridePhase } from './round-state.js';

/** What a round asks of whoever holds its vote. */
export interface VoteGuard {
  /**
   * Whether one officer alone may move the round there now. Called with the round locked.
   *
   * @throws a refusal that says what to do first
   */
  mustAllow(roundId: string, to: OverridePhase | 'cancelled', manager: EntityManager): Promise<void>;
}

/** Where the feature above plugs in its say on moving a round: nobody ends, or takes up again, a vote in passing. */
@Injectable()
export class VoteGuardSource implements VoteGuard {
  private guard: VoteGuard | undefined;

  plugIn(guard: VoteGuard): void {
    this.guard = guard;
  }

  mustAllow(roundId: string, to: OverridePhase | 'cancelled', manager: EntityManager): Promise<void> {
    if (!this.guard) throw new Error('nobody has said who holds the votes of rounds');
    return this.guard.mustAllow(roundId, to, manager);
  }
}
