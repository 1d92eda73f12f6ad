import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

import { PersonFacts } from '../identity/index.js';
import { type Config, CONFIG } from '../platform/config/index.js';
import { Outbox } from '../platform/events/index.js';
import { type JobKind, Jobs } from '../platform/jobs/index.js';
import { Mailer } from '../platform/mail/index.js';
import { unseal } from '../platform/sealing/index.js';
import type { ModerationCase } from './case.js';
import { CasesRepository } from './cases.repository.js';
import { CASE_MOVED } from './moderation.events.js';
import { ReportsRepository } from './reports.repository.js';

const KIND: JobKind<{ readonly caseId: string; readonly what: 'decided' | 'appeal-answered' }> = {
  name: 'moderation-mail',
};

/** Tells the author what was decided and how to appeal, and whoever reported what came of it. */
@Injectable()
export class ModerationMails implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly facts: PersonFacts,
    private readonly cases: CasesRepository,
    private readonly reports: ReportsRepository,
    private readonly mailer: Mailer,
  ) {}

  async onModuleInit(): Promise<void> {
    this.outbox.handle(CASE_MOVED, (data) => this.jobs.start(KIND, data));
    await this.jobs.handle(KIND, async ({ caseId, what }) => {
      const one = await this.cases.byId(caseId);
      if (!one) return;
      await this.tellAuthor(one, what);
      if (what === 'decided') await this.tellReporters(one);
    });
  }

  private async tellAuthor(one: ModerationCase, what: 'decided' | 'appeal-answered'): Promise<void> {
    const author = one.authorId === null ? undefined : await this.facts.of(one.authorId);
    if (!author || one.act === 'keep') return;
    const thing = `${one.commentId ? 'Your comment on proposal' : 'Your proposal'} ${one.proposalNumber}`;
    const page = `${this.config.publicUrl}/moderation/mine`;
    const [subject, ...text] =
      what === 'decided'
        ? [
            'A moderator has decided about something you wrote',
            `${thing} ${one.act === 'hide' ? 'was hidden' : 'is hidden until you have changed it'}.`,
            `Reason: ${one.reason}`,
            'You can appeal once. Another moderator will answer:',
            page,
          ]
        : [
            'Your appeal has been answered',
            one.appealUpheld ? `${thing} is shown again.` : `${thing} stays hidden.`,
            `Reason: ${one.appealReason}`,
            page,
          ];
    await this.mailer.send({ to: author.email, subject, text: `${text.join('\n\n')}\n` });
  }

  /** The address goes with the answer. A mail that failed is tried again with the job; nobody is told twice. */
  private async tellReporters(one: ModerationCase): Promise<void> {
    for (const { id, contactSealed } of await this.reports.ofCase(one.id)) {
      if (!contactSealed) continue;
      const to = unseal(contactSealed, id, this.config.secretKey).toString();
      const outcome = one.act === 'keep' ? 'It stays as it is.' : 'It is hidden now.';
      const text = [
        'A moderator has looked at what you reported to Common Thread.',
        `${outcome} Reason: ${one.reason}`,
        'Your e-mail address has now been deleted from the report. All decisions are listed here:',
        `${this.config.publicUrl}/moderation`,
      ].join('\n\n');
      await this.mailer.send({ to, subject: 'Your report has been answered', text: `${text}\n` });
      await this.reports.forgetContact(id);
    }
  }
}
