import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';

import { describeApi } from '../src/openapi.js';
import { type Actor, actors } from './access/actors.js';
import { makeWorld, type World } from './access/world.js';
import { type Malformed, malformed } from './support/malformed.js';
import { type Route, routesOf } from './support/routes.js';
import { type TestApp, testApp } from './support/test-app.js';

/** Over all routes together. */
const REQUESTS = 10_000;
/** The same ones at each run, so that a failure can be looked at twice. */
const SEED = 2026;
const ASKING: readonly Actor[] = ['anyone', 'author', 'officer', 'administrator'];
/** What an answer must never let out: frames of a stack, paths, statements, names of the database's own. */
const INSIDE =
  /\bat \S+ \(|\.[jt]s:\d|node_modules|\/(work|home|usr|app)\/|\b(SELECT|INSERT INTO|UPDATE \w+ SET)\b|pg_|relation "/;

describe(`${REQUESTS} malformed requests`, () => {
  let api: TestApp;
  let described: OpenAPIObject;
  let world: World;
  beforeAll(async () => {
    api = await testApp();
    described = describeApi(api.app);
    world = await makeWorld(api);
  }, 120_000);
  afterAll(() => api.close());

  it('are never a fault of the server, and no answer shows the inside', async () => {
    const routes = routesOf(described).filter(({ path }) => !path.startsWith('/api/mailbox'));
    const faults: string[] = [];
    for (const route of routes) {
      const fault = await firstFault(route, Math.ceil(REQUESTS / routes.length));
      if (fault) faults.push(fault);
    }
    expect(faults).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  }, 900_000);

  /** @returns the smallest request that goes wrong and how */
  async function firstFault(route: Route, numRuns: number): Promise<string | undefined> {
    const tokens = await actors(api, world.authorId);
    const values = await world.values(route.path);
    const requests = malformed(described, route, values, world.body(route.method, route.path));
    const property = fc.asyncProperty(requests, fc.constantFrom(...ASKING), async (request, actor) => {
      const { statusCode, body } = await send(route, request, tokens[actor]);
      const fault =
        statusCode >= 500 ? `answered ${statusCode}` : INSIDE.test(body) ? 'showed the inside' : undefined;
      if (fault) throw new Error(`${fault}: ${body.slice(0, 200)}`);
    });
    const result = await fc.check(property, { numRuns, seed: SEED, endOnFailure: false });
    if (!result.failed) return undefined;
    const [request] = result.counterexample ?? [];
    const { values: asked, ...rest } = request ?? {};
    const shown = JSON.stringify(asked === values ? rest : { asked, ...rest }).slice(0, 300);
    return `${route.method} ${route.path} ${shown}: ${String(result.errorInstance).slice(0, 200)}`;
  }

  async function send(
    { method, path }: Route,
    { values, query, body, contentType }: Malformed,
    token: string | undefined,
  ): Promise<LightMyRequestResponse> {
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => escaped(values[name] ?? 'none'));
    const asked = query.map(([name, value]) => `${name}=${escaped(value)}`).join('&');
    await api.db.query('DELETE FROM rate_limits');
    return api.app.inject({
      method,
      url: `${address}${asked && `?${asked}`}`,
      headers: {
        ...(contentType && body !== undefined && { 'content-type': contentType }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { payload: body }),
    });
  }
});

/** Half a surrogate pair cannot be escaped: it is sent as the byte it never was. */
function escaped(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}
