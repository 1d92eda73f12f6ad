import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type Config, CONFIG } from '../config/index.js';
import type { Mail } from './mail.js';
import { Notify } from './notify.js';
import { Smtp } from './smtp.js';

/**
 * Sends plain-text mail by GOV.UK Notify or by SMTP. Without either (demo only) mails are kept in the `mailbox`
 * table and shown on the mailbox page, so that every journey can be walked on one machine.
 */
@Injectable()
export class Mailer {
  private readonly notify: Notify | undefined;
  private readonly smtp: Smtp | undefined;

  constructor(
    @Inject(CONFIG) { notify, smtpUrl, mailFrom, publicUrl, contact }: Config,
    private readonly database: DataSource,
  ) {
    this.notify = notify && new Notify(notify);
    this.smtp = smtpUrl ? new Smtp(smtpUrl, mailFrom, publicUrl, contact.email) : undefined;
  }

  /** @param manager where the mailbox of a demonstration is written, so that it stands or falls with what is told */
  async send(mail: Mail, manager: EntityManager = this.database.manager): Promise<void> {
    const channel = this.notify ?? this.smtp;
    if (channel) return channel.send(mail);
    // A recipient who has a mail already keeps the one they have.
    await manager.query(
      `INSERT INTO mailbox (recipient, subject, body, key) VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING`,
      [mail.to, mail.subject, mail.text, mail.key ?? null],
    );
  }

  /** Whether a mail with this key is known to have got away before; `false` also where nobody can tell. */
  async has(key: string): Promise<boolean> {
    return this.notify ? this.notify.has(key) : false;
  }
}
