import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { type Account, account, cookieOf, forgetTries, PASSWORD, post, signIn } from './support/accounts.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('sessions', () => {
  let api: TestApp;
  let someone: Account;
  beforeAll(async () => {
    api = await testApp();
    someone = await account(api);
  });
  afterAll(() => api.close());
  beforeEach(() => forgetTries(api));

  const me = (token: string) => api.send('GET', '/identity/me', undefined, token);
  const refresh = (cookie: string, headers = {}) => post(api, '/identity/refresh', {}, { cookie, headers });
  const tryPassword = (email: string, password: string, ip?: string) =>
    post(api, '/identity/sign-in', { email, password }, ip === undefined ? {} : { ip });

  describe('signing in', () => {
    it('says the same, in about the same time, whoever does not exist', async () => {
      const unconfirmed = await account(api, { confirmed: false });
      const attempts = {
        wrong: () => tryPassword(someone.email, 'not the password'),
        unknown: () => tryPassword(`${randomUUID()}@test.example`, 'not the password'),
        unconfirmed: () => tryPassword(unconfirmed.email, PASSWORD),
      };
      const answers = new Set<string>();
      const times: Record<string, number[]> = { wrong: [], unknown: [], unconfirmed: [] };
      for (let n = 0; n < 15; n++) {
        await forgetTries(api);
        for (const [kind, attempt] of Object.entries(attempts)) {
          const began = performance.now();
          const answer = await attempt();
          times[kind]?.push(performance.now() - began);
          answers.add(
            `${answer.statusCode} ${answer.body} ${JSON.stringify({ ...answer.headers, date: '' })}`,
          );
        }
      }

      expect(answers.size).toBe(1);
      expect([...answers][0]).toMatch(/^401 .*identity\.wrong-credentials/);
      const medians = Object.values(times).map((list) => list.sort((a, b) => a - b)[7] ?? 0);
      expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(20);
    });

    it('slows a guesser down, lets the owner in from a place it knows, and everybody after the wait', async () => {
      const { email } = await account(api);
      expect((await tryPassword(email, PASSWORD, '192.0.2.50')).statusCode).toBe(200);
      const statuses: number[] = [];
      for (let n = 0; n < 12; n++) {
        statuses.push((await tryPassword(email, `wrong ${n}`, '198.51.100.1')).statusCode);
      }
      expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
      const blocked = await tryPassword(email, PASSWORD, '198.51.100.1');
      expect(blocked.json()).toMatchObject({
        status: 429,
        title: 'identity.too-many-tries',
        retryAfterSeconds: expect.any(Number),
      });
      expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(0);

      expect((await tryPassword(email, PASSWORD, '192.0.2.50')).statusCode).toBe(200);
      await forgetTries(api);
      expect((await tryPassword(email, PASSWORD, '198.51.100.1')).statusCode).toBe(200);
    });

    it('slows one account guessed from 200 addresses down, without locking its owner out', async () => {
      const { email } = await account(api);
      expect((await tryPassword(email, PASSWORD, '192.0.2.51')).statusCode).toBe(200);
      const answers = await inTurns(110, (n) => tryPassword(email, 'wrong', `198.51.${100 + (n % 2)}.${n}`));

      expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThanOrEqual(10);
      expect((await tryPassword(email, PASSWORD, '192.0.2.51')).statusCode).toBe(200);
    });

    it('lets 200 people in a library sign in from one address, with a slip now and then', async () => {
      await api.db.query(
        `INSERT INTO people (email, display_name, password_hash, date_of_birth, confirmed_at)
         SELECT 'reader-' || n || '@test.example', 'Reader', p.password_hash, '1980-01-01', clock_timestamp()
         FROM generate_series(1, 200) n, people p WHERE p.id = $1`,
        [someone.id],
      );
      const answers = await inTurns(200, async (n) => {
        const email = `reader-${n + 1}@test.example`;
        if (n % 4 === 0) await tryPassword(email, 'mistyped once', '203.0.113.7');
        return tryPassword(email, PASSWORD, '203.0.113.7');
      });

      expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    }, 60_000);

    it('answers a flood with 401 or 429, and nothing worse', async () => {
      const flood = Array.from({ length: 230 }, (_, n) =>
        tryPassword(`flood-${n}@test.example`, 'not the password', `203.0.113.${n}`),
      );
      const statuses = new Set((await Promise.all(flood)).map(({ statusCode }) => statusCode));

      expect([...statuses].sort()).toEqual([401, 429]);
    }, 60_000);

    it('starts a new session each time and puts no session id or refresh token in the body', async () => {
      const first = await tryPassword(someone.email, PASSWORD);
      const second = await tryPassword(someone.email, PASSWORD);
      const sid = (answer: typeof first) => payloadOf(answer.json().accessToken)['sid'];

      expect(sid(first)).not.toBe(sid(second));
      expect(first.body).not.toContain(first.cookies[0]?.value);
      expect(first.headers['cache-control']).toBe('no-store');
    });

    it.each([
      ['no password', { email: 'a@test.example' }],
      ['an unknown field', { email: 'a@test.example', password: 'x', remember: true }],
      ['a list for an address', { email: ['a@test.example'], password: 'x' }],
    ])('refuses %s with 400', async (_, body) => {
      expect((await post(api, '/identity/sign-in', body)).statusCode).toBe(400);
    });
  });

  describe('the refresh token', () => {
    it('is exchanged for a new one each time', async () => {
      const { cookie } = await signIn(api, someone.email);
      const answer = await refresh(cookie);

      expect(answer.statusCode).toBe(200);
      expect(cookieOf(answer)).not.toBe(cookie);
      expect((await me(answer.json().accessToken)).json().email).toBe(someone.email);
    });

    it('serves two tabs that ask at once, and both go on', async () => {
      const { cookie } = await signIn(api, someone.email);
      const tabs = await Promise.all([refresh(cookie), refresh(cookie), refresh(cookie)]);
      expect(tabs.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);

      for (const tab of tabs) expect((await refresh(cookieOf(tab))).statusCode).toBe(200);
    });

    it('ends the whole session when an exchanged one comes back later', async () => {
      const { cookie: stolen } = await signIn(api, someone.email);
      const renewed = await refresh(stolen);
      await api.db.query(`UPDATE refresh_tokens SET rotated_at = rotated_at - interval '21 seconds'`);

      expect((await refresh(stolen)).statusCode).toBe(401);
      expect((await refresh(cookieOf(renewed))).statusCode).toBe(401);
      expect((await me(renewed.json().accessToken)).statusCode).toBe(401);
    });

    it('is no good once the session has run out, or when it never was', async () => {
      const { cookie } = await signIn(api, someone.email);
      await api.db.query(`UPDATE sessions SET expires_at = clock_timestamp() - interval '1 second'`);

      expect((await refresh(cookie)).json()).toMatchObject({ status: 401, title: 'identity.sign-in-needed' });
      expect((await refresh('ct_refresh=made-up')).statusCode).toBe(401);
      expect((await post(api, '/identity/refresh')).statusCode).toBe(401);
    });

    it('is kept as a hash alone', async () => {
      const { cookie } = await signIn(api, someone.email);
      const [{ found }] = await api.db.query(
        'SELECT count(*)::int AS found FROM refresh_tokens t WHERE position($1::bytea in t.hash) > 0',
        [Buffer.from(cookie.split('=')[1] ?? '', 'base64url')],
      );
      expect(found).toBe(0);
    });

    it('lies in a cookie no script and no other site reaches', async () => {
      const answer = await tryPassword(someone.email, PASSWORD);

      expect(answer.headers['set-cookie']).toMatch(
        /^ct_refresh=[\w-]{43}; Path=\/api\/identity; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
      );
    });
  });

  describe('other sites', () => {
    const routes = ['/identity/refresh', '/identity/sign-out', '/identity/sign-in'];

    it.each(routes)('cannot make a browser call %s', async (route) => {
      const { cookie, token } = await signIn(api, someone.email);
      const body = route.endsWith('sign-in') ? { email: someone.email, password: PASSWORD } : {};
      const call = (headers: Record<string, string>) => post(api, route, body, { cookie, headers });

      const foreign: Record<string, string>[] = [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'content-type': 'text/plain' },
        { 'content-type': 'text/plain; application/json' },
      ];
      for (const headers of foreign) {
        const answer = await call(headers);
        expect([headers, answer.statusCode, answer.json().title]).toEqual([
          headers,
          403,
          'identity.cross-site',
        ]);
      }
      const form = await call({ 'content-type': 'application/x-www-form-urlencoded' });
      expect([403, 415]).toContain(form.statusCode);
      expect((await me(token)).statusCode).toBe(200);
      expect((await refresh(cookie, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
    });
  });

  describe('signing out', () => {
    it('ends this session at once, and no other', async () => {
      const here = await signIn(api, someone.email);
      const there = await signIn(api, someone.email);
      const answer = await post(api, '/identity/sign-out', {}, { cookie: here.cookie });

      expect(answer.statusCode).toBe(204);
      expect(answer.headers['set-cookie']).toMatch(/^ct_refresh=; .*Expires=Thu, 01 Jan 1970/);
      expect((await me(here.token)).statusCode).toBe(401);
      expect((await refresh(here.cookie)).statusCode).toBe(401);
      expect((await me(there.token)).statusCode).toBe(200);
      expect((await post(api, '/identity/sign-out')).statusCode).toBe(204);
    });

    it('everywhere ends them all', async () => {
      const sessions = [await signIn(api, someone.email), await signIn(api, someone.email)] as const;
      expect((await post(api, '/identity/sign-out-everywhere')).statusCode).toBe(401);
      const answer = await post(api, '/identity/sign-out-everywhere', {}, { as: sessions[0].token });

      expect(answer.statusCode).toBe(204);
      for (const { token, cookie } of sessions) {
        expect((await me(token)).statusCode).toBe(401);
        expect((await refresh(cookie)).statusCode).toBe(401);
      }
    });
  });
});

describe('over https', () => {
  it('the cookie is bound to this host', async () => {
    const api = await testApp({ PUBLIC_URL: 'https://decide.example' });
    try {
      const { email } = await account(api);
      const answer = await post(api, '/identity/sign-in', { email, password: PASSWORD });

      expect(answer.headers['set-cookie']).toMatch(
        /^__Host-ct_refresh=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
      );
      expect((await post(api, '/identity/refresh', {}, { cookie: cookieOf(answer) })).statusCode).toBe(200);
    } finally {
      await api.close();
    }
  });
});

function payloadOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

/** Ten at a time, so that the requests' order does not matter and the queue stays short. */
async function inTurns<Result>(count: number, work: (n: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < count; at += 10) {
    const turn = Array.from({ length: Math.min(10, count - at) }, (_, n) => work(at + n));
    results.push(...(await Promise.all(turn)));
  }
  return results;
}
