import { Injectable } from '@nestjs/common';

import { Roll } from '../../roll/index.js';
import { UrnClient } from '../urn/urn-client.js';
import { PaperNotSealed, PaperUnaccounted } from '../voting.errors.js';

/** Whether every sheet that was handed out is accounted for in a sealed batch. */
@Injectable()
export class PaperIsIn {
  constructor(
    private readonly urn: UrnClient,
    private readonly roll: Roll,
  ) {}

  /** @throws PaperNotSealed | PaperUnaccounted | UrnUnreachable */
  async check(roundId: string): Promise<void> {
    const batches = await this.urn.batches(roundId);
    if (batches.some(({ sealedBy }) => !sealedBy)) throw new PaperNotSealed();
    const { styles } = await this.roll.summary(roundId);
    const issued = styles.reduce((sum, { paper }) => sum + paper, 0);
    const accounted = batches.reduce((sum, batch) => sum + batch.issued, 0);
    if (accounted < issued) throw new PaperUnaccounted(issued, accounted);
  }
}
