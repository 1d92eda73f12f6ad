import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { checkComplete } from './check-complete.js';
import { numberOf } from './decision.js';
import { DecisionNotPublished } from './decisions.errors.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { CorrectDecisionDto } from './dto/write-decision.dto.js';
import { withReasons } from './with-reasons.js';

/** Adds a version with a note; the one before stays readable. What was chosen and the aims do not change. */
@Injectable()
export class CorrectDecision {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly decisions: DecisionsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws DecisionNotFound | RoleMissing | SecondFactorNeeded | DecisionNotPublished | ItemUnknown |
   *   ReasonMissing | FairnessMissing
   */
  async execute(user: CurrentUser, number: string, { note, ...text }: CorrectDecisionDto): Promise<void> {
    const { placeId } = await this.decisions.byNumber(numberOf(number));
    await this.authority.mustHold(user, 'officer', placeId);

    await this.database.transaction(async (manager) => {
      const decision = await this.decisions.locked(numberOf(number), manager);
      if (decision.state === 'draft') throw new DecisionNotPublished();
      const items = withReasons(decision.items, text.items);
      checkComplete(text, items);

      const version = decision.version + 1;
      await this.decisions.addVersion(decision.id, version, text, items, note, manager);
      await this.audit.append(
        { what: 'decision.corrected', actorId: user.id, subject: `decision:${number}`, facts: { version } },
        manager,
      );
    });
  }
}
