import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { describeApi } from '../src/openapi.js';
import { ACTORS, type Actor, actors } from './access/actors.js';
import { type Answer, answerOf, readTable, type Row, writeTable } from './access/table.js';
import { makeWorld, type World } from './access/world.js';
import { type Route, routesOf, sample } from './support/routes.js';
import { type TestApp, testApp } from './support/test-app.js';

const file = join(import.meta.dirname, '../../../docs/security/who-may-what.md');
const page = readFileSync(file, 'utf8');
const reviewed = readTable(page);
const found = new Map<string, Row>();
const malformed = new Set<string>();

describe('docs/security/who-may-what.md', () => {
  let api: TestApp;
  let described: OpenAPIObject;
  let routes: readonly Route[];
  let world: World;
  beforeAll(async () => {
    api = await testApp();
    described = describeApi(api.app);
    routes = routesOf(described);
    world = await makeWorld(api);
    for (const route of routes) found.set(`${route.method} ${route.path}`, await rowOf(route));
    if (process.env['WRITE_ACCESS']) writeFileSync(file, writeTable(page, found));
  }, 600_000);
  afterAll(() => api.close());

  async function rowOf(route: Route): Promise<Row> {
    const tokens = await actors(api, world.authorId);
    const row: Partial<Record<Actor, Answer>> = {};
    for (const actor of ACTORS) row[actor] = answerOf(await ask(route, tokens[actor]));
    return row as Row;
  }

  async function ask(route: Route, token: string | undefined): Promise<number> {
    const { method, path } = route;
    const values = await world.values(path);
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(values[name] ?? 'none'),
    );
    const query = route.query
      .filter(({ required }) => required)
      .map(({ name, schema }) => `${name}=${values[name] ?? String(sample(described, schema, name))}`);
    const body = route.body && {
      ...(sample(described, route.body) as object),
      ...world.body(method, path),
    };
    await api.db.query('DELETE FROM rate_limits');
    const { statusCode } = await api.app.inject({
      method,
      url: `${address}${query.length > 0 ? `?${query.join('&')}` : ''}`,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(route.takesFile && { 'content-type': 'multipart/form-data; boundary=line' }),
      },
      ...(route.takesFile ? { payload: fileWith(await world.fields(path)) } : body && { payload: body }),
    });
    if (statusCode === 400) malformed.add(`${method} ${path}`);
    return statusCode;
  }

  it('has a row for each address (npm run access writes it; read the difference)', () => {
    expect([...reviewed.keys()]).toEqual([...found.keys()]);
  });

  it('asks with requests that get as far as the decision (test/access/world.ts has what a sample lacks)', () => {
    expect([...malformed]).toEqual([]);
  });

  it('says what each address really answers to each of them', () => {
    const differences = [...found].flatMap(([route, row]) =>
      ACTORS.filter((actor) => reviewed.get(route)?.[actor] !== row[actor]).map(
        (actor) => `${route} for ${actor}: ${row[actor]}, reviewed as ${reviewed.get(route)?.[actor]}`,
      ),
    );
    expect(differences).toEqual([]);
  });

  it('lets an auditor change nothing', () => {
    const own = /^(POST|PUT|PATCH|DELETE) /;
    const more = [...found].filter(
      ([route, row]) => own.test(route) && row.auditor === 'yes' && row.resident !== 'yes',
    );
    expect(more.map(([route]) => route)).toEqual([]);
  });

  it('gives another council no more than a resident has', () => {
    const more = [...found].filter(([, row]) => row['another council'] === 'yes' && row.resident !== 'yes');
    expect(more.map(([route]) => route)).toEqual([
      // Mails leave the installation as one: how many did not get away, and nobody's name.
      'GET /api/mails/undelivered',
      'POST /api/mails/undelivered/again',
      // Lines of a postcode file that lie outside the administrator's own council are skipped.
      'POST /api/postcodes/import',
      // The audit log belongs to the installation: one chain, without names, that any council's auditor may verify.
      'GET /api/audit/events',
      'GET /api/audit/chain',
    ]);
  });
});

function fileWith(fields: Readonly<Record<string, string>>): string {
  const parts = Object.entries(fields).flatMap(([name, value]) => [
    '--line',
    `content-disposition: form-data; name="${name}"`,
    '',
    value,
  ]);
  return [
    ...parts,
    '--line',
    'content-disposition: form-data; name="file"; filename="file.csv"',
    'content-type: text/csv',
    '',
    'a;file',
    '--line--',
    '',
  ].join('\r\n');
}
