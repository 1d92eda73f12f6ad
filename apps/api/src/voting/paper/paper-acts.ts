import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { OfficersWords } from '../officers-words.js';
import { UrnClient } from '../urn/urn-client.js';
import { BatchNotReady, OfficersDiffer } from '../voting.errors.js';
import { type BoxCount, COUNTED, sameCount, SEALED } from './box-count.js';
import { PaperBatchesQueries } from './paper-batches.queries.js';

/** Two officers count a box, each for themselves; with the second's same numbers its batch begins. */
@Injectable()
export class CountBox {
  constructor(
    private readonly database: DataSource,
    private readonly paper: PaperBatchesQueries,
    private readonly words: OfficersWords,
    private readonly urn: UrnClient,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NoVoteHeld | OfficersDiffer | what the ballot box refuses */
  async execute(user: CurrentUser, slug: string, count: BoxCount): Promise<void> {
    const { id } = await this.paper.held(user, slug);
    await this.database.transaction(async (manager) => {
      const word = { personId: user.id, said: count };
      const first = await this.words.take(id, `${COUNTED}${count.batch}`, word, manager);
      if (first && !sameCount(first.said, count)) throw new OfficersDiffer();
      await this.audit.append(
        {
          what: first ? 'voting.box-counted-twice' : 'voting.box-counted',
          actorId: user.id,
          subject: `round:${slug}`,
          facts: { ...count },
        },
        manager,
      );
      if (first) await this.urn.declareBatch(id, { ...count, countedBy: [first.personId, user.id] });
    });
  }
}

/** Two officers end the work on a batch; from then on it cannot change. */
@Injectable()
export class SealBatch {
  constructor(
    private readonly database: DataSource,
    private readonly paper: PaperBatchesQueries,
    private readonly words: OfficersWords,
    private readonly urn: UrnClient,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param discrepancy why the totals do not add up; published
   * @throws NoVoteHeld | BatchNotReady | what the ballot box refuses
   */
  async execute(user: CurrentUser, slug: string, batch: string, discrepancy: string | null): Promise<void> {
    const { id } = await this.paper.held(user, slug);
    const held = (await this.urn.batches(id)).find((each) => each.batch === batch);
    if (!held?.secondDone || held.sealedBy) throw new BatchNotReady();
    await this.database.transaction(async (manager) => {
      const word = { personId: user.id, said: { discrepancy } };
      const first = await this.words.take(id, `${SEALED}${batch}`, word, manager);
      await this.audit.append(
        {
          what: first ? 'voting.batch-sealed' : 'voting.batch-seal-asked',
          actorId: user.id,
          subject: `round:${slug}`,
          facts: { batch },
        },
        manager,
      );
      if (!first) return;
      const reason = discrepancy ?? first.said.discrepancy;
      await this.urn.seal(id, batch, {
        by: [first.personId, user.id],
        ...(reason !== null && { discrepancy: reason }),
      });
    });
  }
}
