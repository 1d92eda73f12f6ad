import { createHmac, randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JwtService, type JwtSignOptions } from '@nestjs/jwt';

import { type Account, account, signIn } from './support/accounts.js';
import { type TestApp, testApp } from './support/test-app.js';

const SECRET = 'a secret of the tests, long enough';

describe('access tokens', () => {
  let api: TestApp;
  let someone: Account;
  beforeAll(async () => {
    api = await testApp();
    someone = await account(api);
  });
  afterAll(() => api.close());

  const me = (token: string) => api.send('GET', '/identity/me', undefined, token);

  it('refuses every forgery with one and the same 401, quickly', async () => {
    const { token, cookie } = await signIn(api, someone.email);
    const other = await account(api);
    const good = payloadOf(token);
    const { iat: _iat, exp: _exp, ...claims } = good;
    const now = Math.floor(Date.now() / 1000);
    const jwt = new JwtService();
    const signed = (payload: object, options: JwtSignOptions = {}, header: object = {}) =>
      jwt.sign(payload, {
        secret: SECRET,
        expiresIn: 600,
        ...options,
        header: { alg: 'HS256', typ: 'at+jwt', ...header },
      });
    const dots = token.split('.');
    const forgeries: Record<string, string> = {
      'alg none': `${part({ alg: 'none', typ: 'at+jwt' })}.${part(good)}.`,
      'alg none with the old signature': `${part({ alg: 'none', typ: 'at+jwt' })}.${part(good)}.${dots[2]}`,
      'alg NoNe': `${part({ alg: 'NoNe', typ: 'at+jwt' })}.${part(good)}.`,
      'another HMAC': signed(claims, { algorithm: 'HS512' }, { alg: 'HS512' }),
      'RS256 by name, HMAC by nature': byHand({ alg: 'RS256', typ: 'at+jwt' }, good, SECRET),
      'an empty key, named by kid': byHand({ alg: 'HS256', typ: 'at+jwt', kid: '../../dev/null' }, good, ''),
      'a kid full of SQL': byHand({ alg: 'HS256', typ: 'at+jwt', kid: `x' UNION SELECT 'a` }, good, 'a'),
      'a key from elsewhere': byHand(
        { alg: 'HS256', typ: 'at+jwt', jku: 'https://evil.example/k' },
        good,
        'evil',
      ),
      'another key': signed(claims, { secret: 'another secret, also long enough' }),
      'no type': signed(claims, {}, { typ: undefined }),
      'another type': signed(claims, {}, { typ: 'JWT' }),
      'another issuer': signed({ ...claims, iss: 'https://evil.example' }),
      'another audience': signed({ ...claims, aud: 'http://localhost:4200' }),
      'no audience': signed({ ...claims, aud: undefined }),
      expired: signed({ ...claims, iat: now - 700 }, { expiresIn: 600 }),
      'not yet valid': signed({ ...claims, nbf: now + 60 }),
      'no end, and old': byHand({ alg: 'HS256', typ: 'at+jwt' }, { ...claims, iat: now - 700 }, SECRET),
      'no end, no beginning': byHand({ alg: 'HS256', typ: 'at+jwt' }, claims, SECRET),
      'another person': signed({ ...claims, sub: other.id }),
      'no person': signed({ ...claims, sub: undefined }),
      'a session that never was': signed({ ...claims, sid: randomUUID() }),
      'a session full of SQL': signed({ ...claims, sid: `' OR 1=1 --` }),
      'no id': signed({ ...claims, jti: undefined }),
      'a changed payload': `${dots[0]}.${part({ ...good, sub: other.id })}.${dots[2]}`,
      'a refresh token': cookie.split('=')[1] ?? '',
      'ten kilobytes': `${dots[0]}.${'A'.repeat(10_000)}.${dots[2]}`,
      'half a token': `${dots[0]}.${dots[1]}`,
      nonsense: 'null',
    };
    expect((await me(signed(claims))).statusCode).toBe(200);

    const bodies = new Set<string>();
    const let_in: string[] = [];
    const slow: string[] = [];
    for (const [name, forged] of Object.entries(forgeries)) {
      const times: number[] = [];
      let answer = await me(forged);
      for (let n = 0; n < 3; n++) {
        const began = performance.now();
        answer = await me(forged);
        times.push(performance.now() - began);
      }
      if (Math.min(...times) > 50) slow.push(name);
      if (answer.statusCode !== 401) let_in.push(name);
      bodies.add(answer.body);
    }

    expect(let_in).toEqual([]);
    expect(slow).toEqual([]);
    expect([...bodies].map((body) => JSON.parse(body))).toEqual([
      {
        type: 'urn:commonthread:identity.sign-in-needed',
        title: 'identity.sign-in-needed',
        status: 401,
        detail: 'Sign in first.',
      },
    ]);
  });

  it('carry no role, name or address', async () => {
    const { token } = await signIn(api, someone.email);

    expect(Object.keys(payloadOf(token)).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub']);
  });

  it('are not needed where everybody may read, but a bad one is refused there too', async () => {
    const { token } = await signIn(api, someone.email);
    const rounds = async (as?: string) => (await api.send('GET', '/rounds', undefined, as)).statusCode;

    expect([await rounds(), await rounds(token), await rounds('spoilt')]).toEqual([200, 200, 401]);
  });
});

const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');

function byHand(header: object, payload: object, key: string): string {
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}

function payloadOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}
