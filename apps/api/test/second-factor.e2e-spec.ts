import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';

import {
  account,
  cookieOf,
  forgetTries,
  mailedToken,
  mailsTo,
  PASSWORD,
  post,
  signIn,
} from './support/accounts.js';
import { giveRole } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

const STEP = 30_000;

describe('the second factor', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke-on-trent');
  });
  afterAll(() => api.close());
  beforeEach(() => forgetTries(api));

  const start = (as: string) => post(api, '/identity/second-factor/start', {}, { as });
  const confirm = (as: string, code: string) =>
    post(api, '/identity/second-factor/confirm', { code }, { as });
  const enter = (email: string, code?: string) =>
    post(api, '/identity/sign-in', { email, password: PASSWORD, code });
  const codeOf = (secret: string, steps = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * STEP });

  /** An account with a second factor whose used codes are forgotten. */
  async function enrolled() {
    const person = await account(api);
    const { token } = await signIn(api, person.email);
    const { secret } = (await start(token)).json();
    const answer = await confirm(token, codeOf(secret));
    await api.db.query('UPDATE second_factors SET last_step = NULL WHERE person_id = $1', [person.id]);
    return { ...person, secret: secret as string, codes: answer.json().codes as string[], answer, token };
  }

  it('is set up with a QR code and its first code, and goes on in a new session', async () => {
    const person = await account(api);
    const elsewhere = await signIn(api, person.email);
    const { token, cookie } = await signIn(api, person.email);
    const begun = (await start(token)).json();
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/.*issuer=Common%20Thread.*secret=[A-Z2-7]{32}/);
    expect(begun.qrSvg).toMatch(/^<svg[^]*<\/svg>/);
    expect((await confirm(token, '000000')).json()).toMatchObject({
      status: 401,
      title: 'identity.wrong-code',
    });

    const done = await confirm(token, codeOf(begun.secret));

    expect(done.statusCode).toBe(200);
    expect(new Set(done.json().codes).size).toBe(10);
    expect(done.json().session.me.secondFactor).toBe('on');
    for (const old of [token, elsewhere.token]) {
      expect((await api.send('GET', '/identity/me', undefined, old)).statusCode).toBe(401);
    }
    expect((await post(api, '/identity/refresh', {}, { cookie })).statusCode).toBe(401);
    expect((await post(api, '/identity/refresh', {}, { cookie: cookieOf(done) })).statusCode).toBe(200);
    const [mail] = await mailsTo(api, person.email);
    expect(mail?.subject).toBe('Signing in now needs a code');
  });

  it('is asked for after the right password alone', async () => {
    const { email } = await enrolled();

    expect((await enter(email)).json()).toMatchObject({
      status: 401,
      title: 'identity.second-factor-required',
    });
    const wrong = await post(api, '/identity/sign-in', { email, password: 'wrong' });
    expect(wrong.json().title).toBe('identity.wrong-credentials');
  });

  it('takes a code once, also when it comes twice at the same moment', async () => {
    const { email, secret } = await enrolled();
    const code = codeOf(secret);
    const both = await Promise.all([enter(email, code), enter(email, code)]);

    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
    expect((await enter(email, code)).json().title).toBe('identity.wrong-code');
    expect((await enter(email, codeOf(secret, -1))).json().title).toBe('identity.wrong-code');
    expect(
      (await enter(email, `${codeOf(secret, 1).slice(0, 3)} ${codeOf(secret, 1).slice(3)}`)).statusCode,
    ).toBe(200);
  });

  it('refuses codes minutes off and those of somebody else', async () => {
    const { email, secret } = await enrolled();
    const other = await enrolled();

    for (const steps of [-10, -3, 3, 10]) {
      expect((await enter(email, codeOf(secret, steps))).json().title).toBe('identity.wrong-code');
    }
    expect((await enter(email, codeOf(other.secret))).json().title).toBe('identity.wrong-code');
  });

  it('slows guessing down', async () => {
    const { email } = await enrolled();
    const titles: string[] = [];
    for (let n = 0; n < 8; n++) titles.push((await enter(email, String(100000 + n))).json().title);

    expect(titles).toEqual([
      ...Array(6).fill('identity.wrong-code'),
      ...Array(2).fill('identity.too-many-tries'),
    ]);
  });

  it('takes each recovery code once, however it is typed, and tells the owner', async () => {
    const { email, codes } = await enrolled();
    const [first = '', second = ''] = codes;

    expect((await enter(email, first.toLowerCase())).statusCode).toBe(200);
    expect((await enter(email, first)).json().title).toBe('identity.wrong-code');
    expect((await enter(email, second.replaceAll('-', ' '))).statusCode).toBe(200);
    expect((await mailsTo(api, email, 2)).at(-1)?.subject).toBe('A recovery code was used');
  });

  it('is still asked for after a new password', async () => {
    const { email, secret } = await enrolled();
    await post(api, '/identity/reset-request', { email });
    const token = await mailedToken(api, email, 2);
    const password = 'nettle brook forty';
    expect((await post(api, '/identity/reset', { token, password })).statusCode).toBe(204);

    expect((await post(api, '/identity/sign-in', { email, password })).json().title).toBe(
      'identity.second-factor-required',
    );
    const code = codeOf(secret);
    expect((await post(api, '/identity/sign-in', { email, password, code })).statusCode).toBe(200);
  });

  it('cannot be replaced from a session without it', async () => {
    const { id, email, secret } = await enrolled();
    const { token } = await signIn(api, email, codeOf(secret));
    await api.db.query('UPDATE sessions SET second_factor = false WHERE person_id = $1', [id]);
    expect((await start(token)).json()).toMatchObject({
      status: 403,
      title: 'identity.second-factor-needed',
    });

    await api.db.query('UPDATE sessions SET second_factor = true WHERE person_id = $1', [id]);
    const { secret: next } = (await start(token)).json();
    expect((await enter(email, codeOf(secret, 1))).statusCode).toBe(200);
    expect((await confirm(token, codeOf(next))).statusCode).toBe(200);
    expect((await enter(email, codeOf(secret, 1))).json().title).toBe('identity.wrong-code');
  });

  it('is what lets an administrator act', async () => {
    const person = await account(api);
    await giveRole(api, person.id, 'administrator', 'stoke-on-trent');
    const { token } = await signIn(api, person.email);
    const roles = (as: string) => api.send('GET', '/roles?place=stoke-on-trent', undefined, as);
    expect((await roles(token)).json()).toMatchObject({
      status: 403,
      title: 'identity.second-factor-needed',
    });

    const { secret } = (await start(token)).json();
    const { session } = (await confirm(token, codeOf(secret))).json();
    expect((await roles(session.accessToken)).statusCode).toBe(200);
  });

  it('is sealed in the database, and its recovery codes are hashes', async () => {
    const { id, secret, codes } = await enrolled();
    const [row] = await api.db.query('SELECT secret FROM second_factors WHERE person_id = $1', [id]);
    const plain = Buffer.from(Secret.fromBase32(secret).bytes);

    expect(row.secret.includes(plain)).toBe(false);
    const hashes = await api.db.query<{ hash: Buffer }[]>(
      'SELECT hash FROM recovery_codes WHERE person_id = $1',
      [id],
    );
    expect(hashes).toHaveLength(10);
    expect(hashes.some(({ hash }) => hash.includes(codes[0]?.replaceAll('-', '') ?? ''))).toBe(false);
  });

  it('answers 400, 401 and 409 where there is nothing to confirm', async () => {
    const { email } = await account(api);
    const { token } = await signIn(api, email);

    expect((await post(api, '/identity/second-factor/start')).statusCode).toBe(401);
    expect((await post(api, '/identity/second-factor/confirm', { code: '123456' })).statusCode).toBe(401);
    expect((await confirm(token, '12')).statusCode).toBe(400);
    expect((await confirm(token, '123456')).json().title).toBe('identity.second-factor-not-started');
  });
});
