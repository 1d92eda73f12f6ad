import type { FastifyRequest } from 'fastify';
import type { SentForm } from '../app/shell/sent-form.js';

/** The path of the one form that is sent without JavaScript. */
export const REPORT_FORM = '/reports/new';
export const FORM_TYPE = 'application/x-www-form-urlencoded';
export const MOST_BYTES = 32 * 1024;

/**
 * Sends a report that came as a plain form to the API, as nobody: no cookie and no sign-in goes along, so another site
 * that made a browser send it would gain nothing it cannot do itself.
 */
export async function sendReport(
  apiUrl: string,
  { url, body, ip }: Pick<FastifyRequest, 'url' | 'body' | 'ip'>,
): Promise<SentForm> {
  const { searchParams: asked } = new URL(url, 'http://here');
  const typed = new URLSearchParams(String(body));
  const field = (name: string): string => (typed.get(name) ?? '').replaceAll('\r\n', '\n').trim();
  const values = { rule: field('rule'), words: field('words'), contact: field('contact') };
  const commentId = asked.get('comment');
  const report = {
    proposalNumber: Number(asked.get('proposal')),
    ...(commentId && { commentId }),
    rule: values.rule,
    ...(values.words && { words: values.words }),
    ...(values.contact && { contact: values.contact }),
  };
  try {
    const answer = await fetch(`${apiUrl}/api/moderation/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': ip },
      body: JSON.stringify(report),
      signal: AbortSignal.timeout(10_000),
    });
    return { values, status: answer.status, answer: await answer.json() };
  } catch {
    return { values, status: 503, answer: null };
  }
}

/** Whether a browser says that another site made it send this. */
export const isFromElsewhere = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean => {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
};
