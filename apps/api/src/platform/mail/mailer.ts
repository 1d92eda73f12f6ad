import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';

import { type Config, CONFIG } from '../config/index.js';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text; addresses stand alone on a line. */
  readonly text: string;
}

/**
 * Sends plain-text mail by SMTP. Without a mail server (demo only) mails are kept in the `mailbox`
 * table and shown on the mailbox page, so that every journey can be walked on one machine.
 */
@Injectable()
export class Mailer {
  private readonly transport: Transporter | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: DataSource,
  ) {
    this.transport = config.smtpUrl ? createTransport(config.smtpUrl) : undefined;
  }

  async send(mail: Mail, manager: EntityManager = this.database.manager): Promise<void> {
    if (this.transport) {
      await this.transport.sendMail({ from: this.config.mailFrom, ...mail });
    } else {
      await manager.query('INSERT INTO mailbox (recipient, subject, body) VALUES ($1, $2, $3)', [
        mail.to,
        mail.subject,
        mail.text,
      ]);
    }
  }
}
