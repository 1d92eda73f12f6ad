import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Outbox } from '../platform/events/index.js';
import { Posts } from '../proposals/index.js';
import { CaseActs } from './case-acts.js';
import { CasesRepository } from './cases.repository.js';
import { CaseNotWaiting, RuleMissing } from './moderation.errors.js';
import { CASE_MOVED } from './moderation.events.js';
import type { Checklist, ModerationAct, Rule } from './rules.js';

export interface Decided {
  readonly act: ModerationAct;
  /** Which rule it breaks; needed for everything but keeping it. */
  readonly rule?: Rule | undefined;
  /** Published, and shown in the place of what is hidden. */
  readonly reason: string;
  readonly checklist: Checklist;
}

/** A moderator decides what becomes of a post. */
@Injectable()
export class DecideCase {
  constructor(
    private readonly acts: CaseActs,
    private readonly cases: CasesRepository,
    private readonly posts: Posts,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** @throws CaseUnknown | RoleMissing | SecondFactorNeeded | OwnPost | CaseNotWaiting | RuleMissing */
  async execute(user: CurrentUser, number: number, { act, rule, reason, checklist }: Decided): Promise<void> {
    await this.acts.asModerator(user, number, async (one, manager) => {
      if (one.state !== 'waiting') throw new CaseNotWaiting(one.state);
      if (act !== 'keep' && !rule) throw new RuleMissing();
      const broken = act === 'keep' ? null : (rule ?? null);

      await this.cases.decide(one.id, { act, rule: broken, reason, checklist, by: user.id }, manager);
      if (act === 'keep') await this.posts.show(one, manager);
      else await this.posts.hide(one, reason, manager);
      await this.outbox.append(CASE_MOVED, { caseId: one.id, what: 'decided' }, manager);
      await this.audit.append(
        {
          what: 'moderation.decided',
          actorId: user.id,
          subject: `case:${number}`,
          facts: { act, rule: broken, proposal: one.proposalNumber, comment: one.commentId },
        },
        manager,
      );
    });
  }
}
