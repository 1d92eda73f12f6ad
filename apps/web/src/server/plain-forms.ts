import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SentForm } from '../app/shell/sent-form.js';
import type { SendForm } from './send-on.js';
import { sendReport } from './sent-report.js';
import { sendStop } from './sent-stop.js';

/** The forms that work without JavaScript, by the address of their page, which they are sent to. */
const WORKING: Readonly<Record<string, SendForm>> = {
  '/reports/new': sendReport,
  '/unsubscribe': sendStop,
};
const NOT_SENT = '/form-not-sent';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const MOST_BYTES = 32 * 1024;

/** Renders the page at `url` for one reader alone, and answers with it. */
type Answer = (reply: FastifyReply, url: string, status: number, sent: SentForm | null) => Promise<unknown>;

/**
 * Whatever is sent to a page by a form is answered with a page: by those that work without JavaScript their own, by every
 * other one that says it was not sent.
 */
export function servePlainForms(server: FastifyInstance, apiUrl: string, answer: Answer): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(FORM_TYPE, { parseAs: 'string', bodyLimit: MOST_BYTES }, (_, body, done) =>
    done(null, body),
  );
  server.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume(); // read and dropped, so that the answer gets through
    done(null);
  });
  server.setErrorHandler(async ({ statusCode = 500 }: { statusCode?: number }, { method }, reply) => {
    if (method === 'POST' && statusCode < 500) return answer(reply, NOT_SENT, statusCode, null);
    return reply.code(statusCode).type('text/html; charset=utf-8').send(BROKEN);
  });

  for (const [path, send] of Object.entries(WORKING)) {
    server.post(path, async (request, reply) => {
      if (isFromElsewhere(request)) return answer(reply, NOT_SENT, 403, null);
      const sent = await send(apiUrl, request);
      return answer(reply, request.url, statusOfPage(sent.status), sent);
    });
  }
  server.post('/*', async (_request, reply) => {
    void reply.header('allow', 'GET, HEAD');
    return answer(reply, NOT_SENT, 405, null);
  });
}

/** What the API calls made is simply a page, and what was typed wrong is no fault of the browser's. */
function statusOfPage(status: number): number {
  if (status < 300) return 200;
  return status === 400 ? 422 : status;
}

/** Whether a browser says that another site made it send this. */
export const isFromElsewhere = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean => {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
};

const BROKEN = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sorry, this page could not be shown</title>
<h1>Sorry, this page could not be shown</h1><p>Something went wrong on our side. Try again in a few minutes.</p></html>
`;
