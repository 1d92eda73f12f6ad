/** @jest-environment node */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { isFromElsewhere, servePlainForms } from './plain-forms.js';

describe('plain forms', () => {
  let api: Server;
  let web: FastifyInstance;
  beforeAll(async () => {
    api = createServer((request, reply) => {
      const known = request.url === '/api/notices/unsubscribe?token=good';
      reply.writeHead(known ? 200 : 404, {
        'content-type': known ? 'text/plain' : 'application/problem+json',
      });
      reply.end(known ? 'stopped' : '{"title":"notices.link-unknown"}');
    });
    await new Promise<void>((up) => api.listen(0, '127.0.0.1', up));
    web = fastify();
    servePlainForms(
      web,
      `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
      async (reply, url, status, sent) =>
        reply
          .code(status)
          .type('text/html')
          .send(`<h1>${url}</h1>${JSON.stringify(sent)}`),
    );
    web.get('/broken', async () => Promise.reject(new Error('out of memory')));
  });
  afterAll(async () => {
    await web.close();
    await new Promise((down) => api.close(down));
  });

  const post = (url: string, type: string, payload: string, headers = {}) =>
    web.inject({ method: 'POST', url, payload, headers: { 'content-type': type, ...headers } });

  it.each([
    ['/account/register', 'application/x-www-form-urlencoded', 'email=a%40b.example&password=secret'],
    ['/account/sign-in', 'multipart/form-data; boundary=x', '--x--'],
    ['/', 'text/plain', 'email=a'],
    ['/no-such-page', 'application/json', '{'],
    ['/proposals/7', 'application/octet-stream', 'a'],
  ])('a form sent to %s as %s is answered with a page that says it was not sent', async (url, type, body) => {
    const answer = await post(url, type, body);

    expect([answer.statusCode, answer.headers['content-type'], answer.headers['allow']]).toEqual([
      405,
      expect.stringContaining('text/html'),
      'GET, HEAD',
    ]);
    expect(answer.body).toContain('<h1>/form-not-sent</h1>');
    expect(answer.body).not.toContain('secret');
  });

  it.each([
    ['more than a form can hold', 'words='.padEnd(40_000, 'a'), {}, 413],
    ['what another site made a browser send', 'words=a', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s is answered with a page too', async (_, body, headers, status) => {
    const answer = await post('/reports/new', 'application/x-www-form-urlencoded', body, headers);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      status,
      expect.stringContaining('text/html'),
    ]);
  });

  it('a form that works is sent on and answered with its own page', async () => {
    const stopped = await post('/unsubscribe?token=good', 'application/x-www-form-urlencoded', '');
    expect(stopped.statusCode).toBe(200);
    expect(stopped.body).toContain('<h1>/unsubscribe?token=good</h1>');
    expect(stopped.body).toContain('"status":200');

    const refused = await post('/unsubscribe?token=bad', 'application/x-www-form-urlencoded', '');
    expect(refused.statusCode).toBe(404);
    expect(refused.body).toContain('notices.link-unknown');
  });

  it('a page that breaks is still a page', async () => {
    const answer = await web.inject('/broken');
    expect([answer.statusCode, answer.body]).toEqual([500, expect.stringContaining('could not be shown')]);
  });
});

describe('isFromElsewhere', () => {
  it.each([
    [undefined, false],
    ['same-origin', false],
    ['none', false],
    ['same-site', true],
    ['cross-site', true],
  ])('sec-fetch-site %s: %s', (site, elsewhere) => {
    expect(isFromElsewhere({ headers: site === undefined ? {} : { 'sec-fetch-site': site } })).toBe(
      elsewhere,
    );
  });
});
