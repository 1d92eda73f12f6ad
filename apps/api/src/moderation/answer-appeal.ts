import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Outbox } from '../platform/events/index.js';
import { Posts } from '../proposals/index.js';
import { CaseActs } from './case-acts.js';
import { CasesRepository } from './cases.repository.js';
import { AppealToAnother, CaseNotWaiting } from './moderation.errors.js';
import { CASE_MOVED } from './moderation.events.js';

/** Another moderator answers an appeal. Upheld, the post is shown again; either way it is the last word. */
@Injectable()
export class AnswerAppeal {
  constructor(
    private readonly acts: CaseActs,
    private readonly cases: CasesRepository,
    private readonly posts: Posts,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** @throws CaseUnknown | RoleMissing | SecondFactorNeeded | OwnPost | CaseNotWaiting | AppealToAnother */
  async execute(user: CurrentUser, number: number, upheld: boolean, reason: string): Promise<void> {
    await this.acts.asModerator(user, number, async (one, manager) => {
      if (one.state !== 'appealed') throw new CaseNotWaiting(one.state);
      if (one.decidedBy === user.id) throw new AppealToAnother();
      await this.cases.answerAppeal(one.id, { upheld, reason, by: user.id }, manager);
      if (upheld) await this.posts.show(one, manager);
      await this.outbox.append(CASE_MOVED, { caseId: one.id, what: 'appeal-answered' }, manager);
      await this.audit.append(
        {
          what: 'moderation.appeal-answered',
          actorId: user.id,
          subject: `case:${number}`,
          facts: { upheld },
        },
        manager,
      );
    });
  }
}
