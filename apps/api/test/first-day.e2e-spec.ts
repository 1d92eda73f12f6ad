import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import passport from 'passport';

import { JwtStrategy } from '../src/identity/sessions/jwt.strategy.js';
import { operate } from '../src/operate.js';
import { CONFIG, type Config } from '../src/platform/config/index.js';
import { session } from './support/people.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

const BOUNDARIES = join(mkdtempSync(join(tmpdir(), 'commonthread-places-')), 'wards.geojson');
const square = (east: number) => [
  [
    [east, 53],
    [east + 0.1, 53],
    [east + 0.1, 53.1],
    [east, 53],
  ],
];
const wardOf = (code: string, name: string, LAD24CD: string, LAD24NM: string, east: number) => ({
  type: 'Feature',
  properties: { WD24CD: code, WD24NM: name, LAD24CD, LAD24NM },
  geometry: { type: 'Polygon', coordinates: square(east) },
});
writeFileSync(
  BOUNDARIES,
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      wardOf('E05000001', 'Hill’s End & Dale', 'E06000001', 'Northtown', -2),
      wardOf('E05000002', 'Market', 'E06000001', 'Northtown', -1.9),
      wardOf('E05000003', 'Market', 'E06000002', 'Southtown', -1.8),
    ],
  }),
);

describe('the first day of an installation', () => {
  let api: TestApp;
  let env: Record<string, string>;
  const people = new Map<string, { id: string; email: string }>();
  beforeAll(async () => {
    api = await testApp();
    const config = api.app.get<Config>(CONFIG);
    env = {
      DATABASE_URL: config.databaseUrl,
      ROLL_DATABASE_URL: config.rollDatabaseUrl,
      OWNER_DATABASE_URL: config.ownerDatabaseUrl,
      PUBLIC_URL: config.publicUrl,
      JWT_SECRET: config.jwtSecret,
      SECRET_KEY: config.secretKey.toString('base64'),
      ROLL_PEPPER: config.rollPepper,
      DEMO: '1',
    };
  });
  afterAll(() => api.close());

  const ct = async (...args: string[]) => {
    const said: string[] = [];
    const code = await operate(args, env, (line) => said.push(line));
    // Passport keeps one strategy for a whole process; on a server the command has a process of its own.
    passport.use(api.app.get(JwtStrategy, { strict: false }));
    return { code, said: said.join('\n') };
  };
  /** Registers as everybody does, and opens the link in the mail. */
  const register = async (name: string, dateOfBirth = '1980-02-29') => {
    const email = `${name}@council.example`;
    const body = { email, displayName: name, password: 'nettle brook forty', dateOfBirth };
    expect((await api.send('POST', '/identity/register', body)).statusCode).toBe(202);
    let link: string | undefined;
    for (let tries = 0; !link && tries < 50; tries++) {
      const mails = (await api.send('GET', `/mailbox?to=${email}`)).json<{ links: string[] }[]>();
      link = mails[0]?.links[0];
      if (!link) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const token = new URL(link!).searchParams.get('token');
    expect((await api.send('POST', '/identity/confirm', { token })).statusCode).toBeLessThan(300);
    const [{ id }] = await api.db.query('SELECT id FROM people WHERE email = $1', [email]);
    people.set(name, { id, email });
    return email;
  };

  it('begins with nothing: nobody can be administrator of nowhere', async () => {
    const email = await register('ada');
    expect(await ct('admin', 'first', email)).toMatchObject({
      code: 2,
      said: expect.stringContaining('Import the council and its wards first'),
    });
  });

  it('puts a council and its wards on the map, one of a file of several', async () => {
    expect(await ct('places', 'import', join(tmpdir(), 'nowhere.geojson'))).toMatchObject({ code: 2 });
    const unclear = await ct('places', 'import', BOUNDARIES);
    expect([unclear.code, unclear.said]).toEqual([2, expect.stringContaining('E06000001 (Northtown)')]);
    expect(await ct('places', 'import', BOUNDARIES, 'E06000001')).toEqual({
      code: 0,
      said: 'Northtown: 2 wards. 3 places are new.',
    });
    expect((await ct('places', 'import', BOUNDARIES, 'E06000001')).said).toContain('0 places are new');

    const places = (await api.send('GET', '/places')).json<{ slug: string; name: string }[]>();
    expect(places.map(({ slug, name }) => [slug, name])).toEqual([
      ['northtown', 'Northtown'],
      ['hills-end-and-dale', 'Hill’s End & Dale'],
      ['market', 'Market'],
    ]);
  });

  it('makes somebody who has confirmed an address the first administrator, once', async () => {
    await register('young', '2010-01-01');
    expect((await ct('admin', 'first', 'nobody@council.example')).said).toContain(
      'Nobody has a confirmed account',
    );
    expect((await ct('admin', 'first', people.get('young')!.email)).code).toBe(2);
    const made = await ct('admin', 'first', 'Ada@council.example');
    expect([made.code, made.said]).toEqual([0, expect.stringContaining('is administrator of Northtown')]);
    const again = await ct('admin', 'first', await register('ben'));
    expect([again.code, again.said]).toEqual([
      2,
      expect.stringContaining('There is an administrator already'),
    ]);
  });

  it('goes on to an open round: officers by the administrator, a round by an officer', async () => {
    const ada = await session(api, people.get('ada')!.id, true);
    for (const name of ['cem', 'dee']) {
      const grant = { email: await register(name), role: 'officer', placeSlug: 'northtown' };
      expect((await api.send('POST', '/roles', grant, ada)).statusCode).toBe(201);
    }
    const cem = await session(api, people.get('cem')!.id, true);
    const { slug } = await testRound(api, cem, 'market', 'ideas');
    expect((await api.send('GET', `/rounds/${slug}`)).json()).toMatchObject({ state: 'ideas' });
  });

  it('is in the audit log, which still follows', async () => {
    const events = await api.db.query(
      `SELECT what, actor_id AS "actorId" FROM audit_events WHERE what IN ('places.imported', 'role.first-administrator') ORDER BY pos`,
    );
    expect(events).toEqual([
      { what: 'places.imported', actorId: null },
      { what: 'places.imported', actorId: null },
      { what: 'role.first-administrator', actorId: null },
    ]);
  });
});
