import { randomUUID } from 'node:crypto';

import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';

import { type Config, CONFIG } from '../../platform/config/index.js';
import { type JobKind, Jobs } from '../../platform/jobs/index.js';
import { Mailer, MailNotSent, MailSources } from '../../platform/mail/index.js';
import { PeopleRepository } from '../people/people.repository.js';
import { MailLinksRepository } from './mail-links.repository.js';
import { type IdentityMail, mailText } from './mail-texts.js';

interface MailJob {
  readonly mail: IdentityMail;
  readonly personId: string;
}

const MINUTE = 60;
/** Over about a day: a mail server that is down for a night loses nobody's link. */
const KIND: JobKind<MailJob> = {
  name: 'identity-mail',
  retries: { times: 12, first: MINUTE, most: 180 * MINUTE },
};

/**
 * Sends this feature's mails after the answer: how long a mail server takes must not tell whether an account
 * exists, and a mail that failed is tried again. The queue holds neither address nor token; the token is made
 * when the mail is written.
 */
@Injectable()
export class IdentityMails implements OnModuleInit {
  private readonly log = new Logger('identity');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly people: PeopleRepository,
    private readonly links: MailLinksRepository,
    private readonly mailer: Mailer,
    private readonly sources: MailSources,
  ) {}

  async onModuleInit(): Promise<void> {
    this.sources.enter({
      name: 'account',
      undelivered: async () => ({ mails: await this.jobs.troubled(KIND) }),
      again: () => this.jobs.again(KIND),
    });
    await this.jobs.handle(KIND, (job) => this.write(job));
  }

  /** @param personId `null` goes through the same motions and sends nothing */
  async send(mail: IdentityMail, personId: string | null): Promise<void> {
    await this.jobs.start(KIND, { mail, personId: personId ?? randomUUID() });
  }

  private async write({ mail, personId }: MailJob): Promise<void> {
    const person = await this.people.byId(personId);
    if (!person || (mail === 'confirm' && person.confirmed)) return;
    const text = mailText(mail, await this.linkFor(mail, personId));
    try {
      await this.mailer.send({ to: person.email, ...text });
    } catch (cause) {
      const fault = new MailNotSent(cause);
      this.log.error(`a mail about an account did not get away: ${fault.message}`);
      throw fault;
    }
  }

  private async linkFor(mail: IdentityMail, personId: string): Promise<string> {
    const page = `${this.config.publicUrl}/account`;
    if (mail !== 'confirm' && mail !== 'reset') return `${page}/reset-request`;
    return `${page}/${mail}?token=${await this.links.issue(personId, mail)}`;
  }
}
