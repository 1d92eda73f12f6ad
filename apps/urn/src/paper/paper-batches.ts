import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Batch } from './batch.js';
import { BatchSealed, BatchUnknown } from './paper.errors.js';
import { PaperRepository } from './paper.repository.js';

/** One step on one batch at a time. */
@Injectable()
export class PaperBatches {
  constructor(private readonly paper: PaperRepository) {}

  /** Runs `step` on a batch that is held and not sealed. @throws BatchUnknown | BatchSealed */
  change<T>(
    election: string,
    batch: string,
    step: (batch: Batch, manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.paper.transaction(async (manager) => {
      const held = await this.paper.locked(election, batch, manager);
      if (!held) throw new BatchUnknown();
      if (held.sealedBy) throw new BatchSealed();
      return step(held, manager);
    });
  }
}
