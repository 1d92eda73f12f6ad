import { gzipSync } from 'node:zlib';

import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { describeApi } from '../src/openapi.js';
import { actors } from './access/actors.js';
import { makeWorld, type World } from './access/world.js';
import { type Json, resolved, type Route, routesOf, sample, type Schema } from './support/routes.js';
import { type TestApp, testApp } from './support/test-app.js';

/** Each would keep the database busy for seconds if any of it were read as SQL. */
const SLEEPING = [
  `' || (SELECT pg_sleep(3)) || '`,
  `'; SELECT pg_sleep(3); --`,
  `1) OR (SELECT 1 FROM pg_sleep(3)) IS NULL --`,
  `title; SELECT pg_sleep(3)`,
];
/** On each of them a careless expression goes back and forth for minutes. */
const LONG = ['a', ' ', 'a@', '1-', '\u0301', '('].map((piece) =>
  piece.repeat(Math.ceil(50_000 / piece.length)),
);
/** Far above what a busy machine needs, far below what the attacks would cost. */
const SOON_MS = 2_000;

describe('hostile requests', () => {
  let api: TestApp;
  let described: OpenAPIObject;
  let world: World;
  let routes: Route[];
  let officer: string;
  beforeAll(async () => {
    api = await testApp();
    described = describeApi(api.app);
    world = await makeWorld(api);
    officer = (await actors(api, world.authorId)).officer as string;
    routes = routesOf(described).filter(({ takesFile, path }) => !takesFile && !/sign-out|leave/.test(path));
  }, 120_000);
  afterAll(() => api.close());

  /** What a route says to one text in all its fields and its query, and how long it takes. */
  async function answered(
    route: Route,
    values: Readonly<Record<string, string>>,
    text: string,
  ): Promise<{ status: number; ms: number }> {
    const { method, path, query, body } = route;
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(values[name] ?? 'x'),
    );
    const asked = query.map(({ name }) => `${name}=${encodeURIComponent(text.slice(0, 8_000))}`);
    const url = asked.length > 0 ? `${address}?${asked.join('&')}` : address;
    const payload = body && { ...filled(body, text), ...world.body(method, path) };
    await api.db.query('DELETE FROM rate_limits');
    const began = performance.now();
    const headers = { authorization: `Bearer ${officer}` };
    const { statusCode } = await api.app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: statusCode, ms: performance.now() - began };
  }

  function filled(schema: Schema, text: string): { [name: string]: Json } {
    const { properties = {} } = resolved(described, schema);
    return Object.fromEntries(
      Object.entries(properties).map(([name, part]) => {
        const { type, format, enum: choices } = resolved(described, part);
        const words = type === 'string' && !format && !choices;
        return [name, words ? text : sample(described, part, name)];
      }),
    );
  }

  async function bad(texts: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const route of routes) {
      const values = await world.values(route.path);
      for (const text of texts) {
        const { status, ms } = await answered(route, values, text);
        if (status >= 500 || ms > SOON_MS)
          found.push(
            `${route.method} ${route.path}: ${status} after ${Math.round(ms)} ms for ${text.slice(0, 20)}`,
          );
      }
    }
    return found;
  }

  it('put no SQL into any statement', async () => {
    expect(await bad(SLEEPING)).toEqual([]);
  }, 180_000);

  it('cost no more for 50,000 characters than for few', async () => {
    expect(await bad(LONG)).toEqual([]);
  }, 300_000);

  it.each([
    ['nested ten thousand deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, {}, [400]],
    ['with 100,000 elements', JSON.stringify({ numbers: Array(100_000).fill(1) }), {}, [400]],
    ['of 50 MB', JSON.stringify({ numbers: 'x'.repeat(50 << 20) }), {}, [413]],
    ['packed 1:1000', gzipSync('0'.repeat(50 << 20)), { 'content-encoding': 'gzip' }, [400, 413, 415]],
  ])('are refused in a moment: a body %s', async (_, payload, headers, statuses) => {
    const began = performance.now();
    const { statusCode } = await api.app.inject({
      method: 'POST',
      url: '/api/reviews/assign',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${officer}`, ...headers },
      payload,
    });
    expect(statuses).toContain(statusCode);
    expect(performance.now() - began).toBeLessThan(SOON_MS);
  });

  it.each(['page[]=1&page[x]=2', 'page[__proto__][polluted]=1', '__proto__[polluted]=1', 'page=1&page=2'])(
    'make no object of a query: %s',
    async (query) => {
      expect((await api.send('GET', `/proposals?${query}`)).statusCode).toBe(400);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );

  it('leave nothing personal in a cache: what looks like a file is none, and what is personal is not kept', async () => {
    for (const tail of ['/x.css', ';x.css', '%2fx.css'])
      expect((await api.send('GET', `/identity/me${tail}`, undefined, officer)).statusCode).toBe(404);
    const { headers } = await api.send('GET', '/identity/me?x.css', undefined, officer);
    expect(headers['cache-control']).toBe('no-store');
  });
});
