import { createTransport, type Transporter } from 'nodemailer';

import type { Mail } from './mail.js';

/** Mail by SMTP. A mail that is sent again carries the same Message-ID. */
export class Smtp {
  private readonly transport: Transporter;
  private readonly domain: string;

  /**
   * @param publicUrl its host ends the Message-ID
   * @param replyTo where answers go, when not to the sender
   */
  constructor(
    url: string,
    private readonly from: string,
    publicUrl: string,
    private readonly replyTo: string | null = null,
  ) {
    this.transport = createTransport(url);
    this.domain = new URL(publicUrl).hostname;
  }

  async send({ to, subject, text, key, unsubscribeUrl }: Mail): Promise<void> {
    await this.transport.sendMail({
      from: this.from,
      to,
      subject,
      text,
      ...(this.replyTo && { replyTo: this.replyTo }),
      ...(key && { messageId: `<${key}@${this.domain}>` }),
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribeUrl && {
          'List-Unsubscribe': `<${unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    });
  }
}
