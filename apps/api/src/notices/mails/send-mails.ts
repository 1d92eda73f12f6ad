import { setTimeout as wait } from 'node:timers/promises';

import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { PersonFacts, yearsBetween } from '../../identity/index.js';
import { type Config, CONFIG } from '../../platform/config/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Mailer, MailNotSent, MailSources } from '../../platform/mail/index.js';
import { NoticesRepository } from '../notices.repository.js';
import { UnsubscribeLinks } from '../unsubscribe/unsubscribe-links.js';
import { digestText } from './digest-text.js';
import { NoticeMailsRepository, type TakenMail } from './notice-mails.repository.js';

const GATHERED_AT_ONCE = 500;
/** Few: votes are cast at the same time, and wait for nothing here. */
const SIDE_BY_SIDE = 2;
const PAUSE_MS = 15;
const MOST_TRIES = 12;
const ADULT = 18;

/** Puts what people have not been told yet into mails and sends them, each once as far as anybody can know. */
@Injectable()
export class SendMails implements OnModuleInit {
  private readonly log = new Logger('notices');

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly mails: NoticeMailsRepository,
    private readonly notices: NoticesRepository,
    private readonly people: PersonFacts,
    private readonly links: UnsubscribeLinks,
    private readonly mailer: Mailer,
    private readonly sources: MailSources,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.sources.enter({
      name: 'notices',
      undelivered: async () => ({ mails: await this.mails.undelivered(MOST_TRIES) }),
      again: () => this.mails.again(MOST_TRIES),
    });
  }

  /** Until nothing is due. */
  async execute(): Promise<void> {
    while ((await this.mails.gather(GATHERED_AT_ONCE)) === GATHERED_AT_ONCE);
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => this.sendDue()));
  }

  private async sendDue(): Promise<void> {
    for (let mail = await this.mails.take(); mail; mail = await this.mails.take()) {
      try {
        await this.send(mail);
      } catch (error) {
        await this.postpone(mail, error);
      }
      await wait(PAUSE_MS);
    }
  }

  /** The end is written after the mail is away: a crash in between sends it again under the same key. */
  private async send({ key, personId, tries }: TakenMail): Promise<void> {
    const person = await this.people.of(personId);
    const notices = await this.notices.ofMail(key);
    if (!person || notices.length === 0) return this.mails.end(key, 'dropped', this.database.manager);
    const away = tries > 1 && (await this.mailer.has(key));
    const today = (await this.clock.now()).toISOString().slice(0, 10);
    const text = digestText({
      notices,
      young: yearsBetween(person.dateOfBirth, today) < ADULT,
      publicUrl: this.config.publicUrl,
      stopUrl: this.links.page(personId),
    });
    await this.database.transaction(async (manager) => {
      const mail = { to: person.email, ...text, key, unsubscribeUrl: this.links.oneClick(personId) };
      if (!away) await this.mailer.send(mail, manager);
      await this.mails.end(key, 'sent', manager);
    });
  }

  /** Twice as long each time; a mail that never gets away is given up after some days, its notices stay on screen. */
  private async postpone({ key, tries }: TakenMail, error: unknown): Promise<void> {
    this.log.error(`mail ${key}, try ${tries}: ${new MailNotSent(error).message}`);
    if (tries >= MOST_TRIES) await this.mails.end(key, 'dropped', this.database.manager);
    else await this.mails.tryAgainIn(key, 2 ** tries);
  }
}
