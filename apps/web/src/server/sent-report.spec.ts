/** @jest-environment node */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendReport } from './sent-report.js';

/** What an API would have been sent; it answers with a ticket. */
const got: { headers: Record<string, unknown>; body: unknown }[] = [];
let api: Server;
let apiUrl: string;
beforeAll(async () => {
  api = createServer((request, reply) => {
    let text = '';
    request.on('data', (part) => (text += part));
    request.on('end', () => {
      got.push({ headers: request.headers, body: JSON.parse(text) });
      reply.writeHead(201, { 'content-type': 'application/json' }).end('{"ticket":"K7QM"}');
    });
  });
  await new Promise<void>((up) => api.listen(0, '127.0.0.1', up));
  apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((down) => api.close(down)));

const request = { url: '/reports/new?proposal=7&comment=c', ip: '192.0.2.7', headers: {} };

describe('sendReport', () => {
  it('sends the fields on, and who asked, and nothing else', async () => {
    const body = 'rule=spam&words=One%0D%0Atwo+%26+three&contact=&role=admin';
    const sent = await sendReport(apiUrl, { ...request, body });

    expect(sent).toEqual({
      values: { rule: 'spam', words: 'One\ntwo & three', contact: '' },
      status: 201,
      answer: { ticket: 'K7QM' },
    });
    const { headers, body: passed } = got.at(-1)!;
    expect(passed).toEqual({ proposalNumber: 7, commentId: 'c', rule: 'spam', words: 'One\ntwo & three' });
    expect(headers).toMatchObject({ 'x-forwarded-for': '192.0.2.7' });
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('authorization');
  });

  it('keeps what was typed when the API is away', async () => {
    const sent = await sendReport('http://127.0.0.1:1', { ...request, body: 'rule=spam&words=Look' });
    expect(sent).toEqual({ values: { rule: 'spam', words: 'Look', contact: '' }, status: 503, answer: null });
  });
});
