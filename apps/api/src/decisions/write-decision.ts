import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { numberOf } from './decision.js';
import { DecisionPublished } from './decisions.errors.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { WriteDecisionDto } from './dto/write-decision.dto.js';
import { withReasons } from './with-reasons.js';

/** Changes the words of a draft. */
@Injectable()
export class WriteDecision {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly decisions: DecisionsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DecisionNotFound | RoleMissing | SecondFactorNeeded | DecisionPublished | ItemUnknown */
  async execute(user: CurrentUser, number: string, text: WriteDecisionDto): Promise<void> {
    const { placeId } = await this.decisions.byNumber(numberOf(number));
    await this.authority.mustHold(user, 'officer', placeId);

    await this.database.transaction(async (manager) => {
      const decision = await this.decisions.locked(numberOf(number), manager);
      if (decision.state !== 'draft') throw new DecisionPublished();
      const items = withReasons(decision.items, text.items);

      await this.decisions.rewrite(decision.id, text, items, manager);
      await this.audit.append(
        { what: 'decision.written', actorId: user.id, subject: `decision:${number}` },
        manager,
      );
    });
  }
}
