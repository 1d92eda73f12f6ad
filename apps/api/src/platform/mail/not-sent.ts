/**
 * Why a mail did not get away, for logs and queues: what a mail server says may name the person, so only its code is
 * kept.
 */
export class MailNotSent extends Error {
  constructor(cause: unknown) {
    const { code, responseCode } = (cause ?? {}) as { code?: unknown; responseCode?: unknown };
    const codes = [code, responseCode].filter((one) => typeof one === 'string' || typeof one === 'number');
    super(codes.join(' ') || (cause instanceof Error ? cause.name : 'not sent'));
    this.name = 'MailNotSent';
    this.stack = undefined;
  }
}
