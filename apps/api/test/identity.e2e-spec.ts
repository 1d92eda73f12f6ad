import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { account, forgetTries, mailedToken, mailsTo, PASSWORD, post, signIn } from './support/accounts.js';
import { signedIn } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

const ada = {
  email: 'ada@test.example',
  displayName: 'Ada',
  password: PASSWORD,
  dateOfBirth: '1980-02-29',
};

describe('accounts', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke-on-trent');
    await testPlace(api, 'hanley', { kind: 'ward', parent: 'stoke-on-trent' });
  });
  afterAll(() => api.close());
  beforeEach(() => forgetTries(api));

  const codes = (answer: { json: () => { errors?: { field: string; code: string }[] } }) =>
    Object.fromEntries((answer.json().errors ?? []).map(({ field, code }) => [field, code]));

  describe('registering', () => {
    it('sends a link, lets nobody in before it is followed, and works once', async () => {
      const body = { ...ada, email: ' Ada@Test.Example'.trim(), homePlaceSlug: 'hanley' };
      const answer = await post(api, '/identity/register', body);
      expect([answer.statusCode, answer.body]).toEqual([202, '']);
      const early = await post(api, '/identity/sign-in', { email: ada.email, password: PASSWORD });
      expect([early.statusCode, early.json().title]).toEqual([401, 'identity.wrong-credentials']);

      const [mail] = await mailsTo(api, ada.email);
      expect(mail?.links[0]).toMatch(/^http:\/\/localhost:4200\/account\/confirm\?token=[\w-]{43}$/);
      const token = await mailedToken(api, ada.email);
      expect((await post(api, '/identity/confirm', { token })).statusCode).toBe(204);
      const again = await post(api, '/identity/confirm', { token });
      expect([again.statusCode, again.json().title]).toEqual([422, 'identity.link-spent']);

      const session = await post(api, '/identity/sign-in', { email: ada.email, password: PASSWORD });
      expect(session.statusCode).toBe(200);
      expect(session.json()).toEqual({
        accessToken: expect.any(String),
        expiresInSeconds: 600,
        me: {
          id: expect.any(String),
          displayName: 'Ada',
          email: ada.email,
          youngMember: false,
          roles: [],
          secondFactor: 'off',
          homePlace: { slug: 'hanley', name: 'hanley', kind: 'ward' },
        },
      });
    });

    it('answers the same for an address that has an account, and tells its owner by mail', async () => {
      const { email, id } = await account(api);
      const fresh = await post(api, '/identity/register', { ...ada, email: 'new@test.example' });
      const taken = await post(api, '/identity/register', { ...ada, email, displayName: 'Thief' });

      expect([taken.statusCode, taken.body]).toEqual([fresh.statusCode, fresh.body]);
      expect(withoutDate(taken.headers)).toEqual(withoutDate(fresh.headers));
      const [mail] = await mailsTo(api, email);
      expect(mail?.subject).toBe('You already have an account');
      expect(mail?.text).not.toContain('Thief');
      const [row] = await api.db.query('SELECT display_name FROM people WHERE id = $1', [id]);
      expect(row.display_name).toBe('Test person');
    });

    it('lets the newest registration of an unconfirmed address win, and its link alone', async () => {
      const email = 'twice@test.example';
      await post(api, '/identity/register', { ...ada, email, displayName: 'First' });
      const older = await mailedToken(api, email);
      await post(api, '/identity/register', { ...ada, email, displayName: 'Second' });
      const newer = await mailedToken(api, email, 2);

      expect((await post(api, '/identity/confirm', { token: older })).statusCode).toBe(422);
      expect((await post(api, '/identity/confirm', { token: newer })).statusCode).toBe(204);
      const { token } = await signIn(api, email);
      expect((await api.send('GET', '/identity/me', undefined, token)).json().displayName).toBe('Second');
    });

    it('names everything that is unfit at once', async () => {
      const answer = await post(api, '/identity/register', {
        email: 'unfit@test.example',
        displayName: 'Mоderator',
        password: 'password12',
        dateOfBirth: '2020-01-01',
        homePlaceSlug: 'atlantis',
      });

      expect([answer.statusCode, answer.json().title]).toEqual([422, 'identity.unfit-details']);
      expect(codes(answer)).toEqual({
        displayName: 'identity.display-name-reserved',
        password: 'identity.password-common',
        dateOfBirth: 'identity.too-young',
        homePlaceSlug: 'identity.unknown-place',
      });
    });

    it.each([
      ['an unknown field', { ...ada, admin: true }],
      ['no e-mail address', { ...ada, email: 'ada' }],
      ['a day that never was', { ...ada, dateOfBirth: '2001-02-30' }],
      ['a number for a password', { ...ada, password: 1234567890 }],
      ['a megabyte of password', { ...ada, password: 'x'.repeat(900_000) }],
      ['a list', []],
    ])('refuses %s with 400', async (_, body) => {
      expect((await post(api, '/identity/register', body)).statusCode).toBe(400);
    });

    it('refuses a body over a mebibyte unread', async () => {
      const body = { ...ada, password: 'x'.repeat(1_100_000) };
      expect((await post(api, '/identity/sign-in', body)).statusCode).toBe(413);
    });

    it('sends one address five mails an hour at most, and does not say so', async () => {
      const { email } = await account(api);
      for (let n = 0; n < 7; n++) {
        expect((await post(api, '/identity/reset-request', { email })).statusCode).toBe(202);
      }
      const queued = await api.db.query<unknown[]>(
        `SELECT 1 FROM jobs.job WHERE name = 'identity-mail' AND data->>'personId' = (SELECT id::text FROM people WHERE email = $1)`,
        [email],
      );
      expect(queued).toHaveLength(5);
    });
  });

  describe('a new password', () => {
    const reset = (token: string, password = 'nettle brook forty') =>
      post(api, '/identity/reset', { token, password });
    const ask = (email: string, headers = {}) => post(api, '/identity/reset-request', { email }, { headers });

    it('comes by a link to the configured host, whatever host the request names', async () => {
      const { email } = await account(api);
      await ask(email, {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        origin: 'https://evil.example',
      });

      const [mail] = await mailsTo(api, email);
      expect(mail?.links).toEqual([
        expect.stringMatching(/^http:\/\/localhost:4200\/account\/reset\?token=[\w-]{43}$/),
      ]);
    });

    it('ends every session, replaces the old password, and tells the owner', async () => {
      const { email } = await account(api);
      const { token: access, cookie } = await signIn(api, email);
      await ask(email);
      const link = await mailedToken(api, email);

      expect((await reset(link)).statusCode).toBe(204);

      expect((await api.send('GET', '/identity/me', undefined, access)).statusCode).toBe(401);
      expect((await post(api, '/identity/refresh', {}, { cookie })).statusCode).toBe(401);
      await expect(signIn(api, email)).rejects.toThrow('wrong-credentials');
      const entered = await post(api, '/identity/sign-in', { email, password: 'nettle brook forty' });
      expect(entered.statusCode).toBe(200);
      expect((await mailsTo(api, email, 2)).at(-1)?.subject).toBe('Your password was changed');
    });

    it('answers the same for an address nobody has, and mails nothing', async () => {
      const { email } = await account(api);
      const known = await ask(email);
      const unknown = await ask('nobody@test.example');

      expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
      await mailsTo(api, email);
      expect((await api.send('GET', '/mailbox?to=nobody@test.example')).json()).toEqual([]);
    });

    it('takes a link once, the newest, in time, and for its purpose alone', async () => {
      const { email } = await account(api);
      await ask(email);
      const older = await mailedToken(api, email);
      await ask(email);
      const newer = await mailedToken(api, email, 2);
      const spent = { status: 422, title: 'identity.link-spent' };

      expect((await reset(older)).json()).toMatchObject(spent);
      expect((await post(api, '/identity/confirm', { token: newer })).json()).toMatchObject(spent);
      expect((await reset(newer, 'password12')).json().title).toBe('identity.unfit-details');
      expect((await reset(newer)).statusCode).toBe(204);
      expect((await reset(newer)).json()).toMatchObject(spent);

      await ask(email);
      const late = await mailedToken(api, email, 4);
      await api.db.query(`UPDATE mail_links SET expires_at = expires_at - interval '61 minutes'`);
      expect((await reset(late)).json()).toMatchObject(spent);
      expect((await reset('x')).json()).toMatchObject(spent);
    });

    it('lets one of two racing resets through', async () => {
      const { email } = await account(api);
      await ask(email);
      const link = await mailedToken(api, email);

      const answers = await Promise.all([reset(link), reset(link), reset(link)]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 422, 422]);
    });
  });

  describe('me', () => {
    it('is for the signed in; takes a new name and home, and gives the home up', async () => {
      expect((await api.send('GET', '/identity/me')).json()).toMatchObject({
        status: 401,
        title: 'identity.sign-in-needed',
      });
      const { token } = await signedIn(api);
      const change = (body: object) => api.send('PATCH', '/identity/me', body, token);

      expect((await change({ displayName: ' Bo  Bell ', homePlaceSlug: 'hanley' })).json()).toMatchObject({
        displayName: 'Bo Bell',
        homePlace: { slug: 'hanley' },
      });
      expect((await change({ homePlaceSlug: null })).json()).toMatchObject({
        displayName: 'Bo Bell',
        homePlace: null,
      });
      expect((await change({ displayName: 'Council Officer' })).statusCode).toBe(422);
      expect((await change({ displayName: null })).statusCode).toBe(400);
      expect((await change({ email: 'other@test.example' })).statusCode).toBe(400);
    });

    it('shows the roles in force and whether they ask for a second factor', async () => {
      const officer = await signedIn(api, { roles: [['officer', 'stoke-on-trent']], secondFactor: false });
      const young = await signedIn(api, { dateOfBirth: '2012-06-01' });

      expect((await api.send('GET', '/identity/me', undefined, officer.token)).json()).toMatchObject({
        secondFactor: 'needed',
        roles: [
          {
            role: 'officer',
            place: { slug: 'stoke-on-trent', name: 'stoke-on-trent', kind: 'council' },
            from: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
            to: null,
          },
        ],
      });
      expect((await api.send('GET', '/identity/me', undefined, young.token)).json().youngMember).toBe(true);
    });

    it('shuts the door on a suspended person at once', async () => {
      const { id, email } = await account(api);
      const { token, cookie } = await signIn(api, email);
      await api.db.query('UPDATE people SET suspended_at = clock_timestamp() WHERE id = $1', [id]);

      expect((await api.send('GET', '/identity/me', undefined, token)).statusCode).toBe(401);
      expect((await post(api, '/identity/refresh', {}, { cookie })).statusCode).toBe(401);
      await expect(signIn(api, email)).rejects.toThrow('wrong-credentials');
    });
  });
});

function withoutDate({ date: _, ...headers }: Record<string, unknown>): Record<string, unknown> {
  return headers;
}
