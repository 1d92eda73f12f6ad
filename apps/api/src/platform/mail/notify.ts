import { createHmac } from 'node:crypto';

import type { Mail } from './mail.js';

export interface NotifyAccess {
  /** As Notify shows it once: a name, the service's id and a secret, joined by hyphens. */
  readonly apiKey: string;
  /** A template whose subject is `((subject))` and whose body is `((body))`. */
  readonly templateId: string;
  /** Without a trailing slash. */
  readonly url: string;
}

const UUID_LENGTH = 36;
const PATIENCE_MS = 15_000;

/** Mail by GOV.UK Notify (REST API, version 2). */
export class Notify {
  private readonly secret: string;
  private readonly serviceId: string;

  constructor(private readonly access: NotifyAccess) {
    this.secret = access.apiKey.slice(-UUID_LENGTH);
    this.serviceId = access.apiKey.slice(-(2 * UUID_LENGTH + 1), -(UUID_LENGTH + 1));
  }

  /** @throws Error with the status, never with the address */
  async send({ to, subject, text, key, unsubscribeUrl }: Mail): Promise<void> {
    const answer = await this.ask('/v2/notifications/email', {
      method: 'POST',
      body: JSON.stringify({
        email_address: to,
        template_id: this.access.templateId,
        personalisation: { subject, body: text },
        ...(key && { reference: key }),
        // Notify takes https addresses alone.
        ...(unsubscribeUrl?.startsWith('https://') && { one_click_unsubscribe_url: unsubscribeUrl }),
      }),
    });
    if (answer.status !== 201) throw new Error(`GOV.UK Notify answered ${answer.status}`);
  }

  /** Whether a mail with this key has got there before. @throws Error */
  async has(key: string): Promise<boolean> {
    const answer = await this.ask(`/v2/notifications?reference=${encodeURIComponent(key)}`, {});
    if (answer.status !== 200) throw new Error(`GOV.UK Notify answered ${answer.status}`);
    const { notifications } = (await answer.json()) as { notifications: unknown[] };
    return notifications.length > 0;
  }

  private ask(path: string, request: RequestInit): Promise<Response> {
    return fetch(`${this.access.url}${path}`, {
      ...request,
      headers: { authorization: `Bearer ${this.token()}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  }

  /** A JSON web token (HS256) of this moment: Notify takes them for half a minute. */
  private token(): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: this.serviceId, iat: Math.floor(Date.now() / 1000) };
    const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part(claims)}`;
    return `${signed}.${createHmac('sha256', this.secret).update(signed).digest('base64url')}`;
  }
}
