import type { FastifyRequest } from 'fastify';
import type { SentForm } from '../app/shell/sent-form.js';

/** A form that works without JavaScript: sends on to the API what was typed. */
export type SendForm = (
  apiUrl: string,
  request: Pick<FastifyRequest, 'url' | 'body' | 'ip'>,
) => Promise<SentForm>;

/**
 * Asks the API as nobody: no cookie and no sign-in goes along, so another site that made a browser send a form would gain
 * nothing it cannot do itself.
 *
 * @returns status 503 when the API is away
 */
export async function sendOn(address: string, ip: string, body?: object): Promise<Omit<SentForm, 'values'>> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'x-forwarded-for': ip, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, answer: isJson ? await answer.json() : null };
  } catch {
    return { status: 503, answer: null };
  }
}
