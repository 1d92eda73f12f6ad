import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { MailDto } from './dto/mail.dto.js';

const NEWEST = 100;
const LINK = /https?:\/\/\S+/g;

@Injectable()
export class MailboxQueries {
  constructor(private readonly database: DataSource) {}

  /** The newest hundred, newest first. */
  async mails(to?: string): Promise<MailDto[]> {
    const rows = await this.database.query<
      { id: string; recipient: string; subject: string; body: string; sent_at: Date }[]
    >(
      `SELECT id, recipient, subject, body, sent_at FROM mailbox
       WHERE $1::text IS NULL OR recipient = $1 ORDER BY id DESC LIMIT ${NEWEST}`,
      [to?.trim().toLowerCase() ?? null],
    );
    return rows.map(({ id, recipient, subject, body, sent_at }) => ({
      id,
      to: recipient,
      subject,
      text: body,
      sentAt: sent_at.toISOString(),
      links: body.match(LINK) ?? [],
    }));
  }
}
