import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { PersonalRecords } from '../src/platform/personal-records/index.js';
import { account, PASSWORD, post, signIn } from './support/accounts.js';
import { giveRole, signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { submitted } from './support/proposals.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('personal data', () => {
  let api: TestApp;
  let officer: TestPerson;
  let round: { id: string; slug: string };
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    officer = await signedIn(api, { roles: [['officer', 'city']] });
    round = await testRound(api, officer.token, 'city', 'ideas');
  });
  afterAll(() => api.close());

  /** Somebody with a password, whose name stands nowhere else. */
  const resident = async (name: string) => {
    const { id, email } = await account(api);
    await api.db.query('UPDATE people SET display_name = $2 WHERE id = $1', [id, name]);
    return { id, email, ...(await signIn(api, email)) };
  };
  const leave = (token: string, body: object) => post(api, '/personal-data/leave', body, { as: token });
  const comments = async (number: number) =>
    (await api.send('GET', `/proposals/${number}/comments`)).json<{ text: string; authorLabel: string }[]>();

  it('covers every column that says whose a row is', async () => {
    const columns = await api.db.query<{ name: string }[]>(`
      SELECT DISTINCT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END
        || c.relname || '.' || a.attname AS name
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_constraint f ON f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid = 'people'::regclass
        AND a.attnum = ANY (f.conkey)
      WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'jobs')
        AND a.attnum > 0 AND NOT a.attisdropped AND (f.oid IS NOT NULL OR
          (a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype) AND a.attname ~ '(person|author|actor|member|_by$)'))`);
    expect(columns.length).toBeGreaterThan(20);
    const covered = new Set(
      api.app
        .get(PersonalRecords)
        .all()
        .flatMap((record) => record.columns),
    );
    expect(columns.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
  });

  it('tells anybody what is held, and a person how much of it', async () => {
    const { token } = await resident('Counting Person');
    const kinds = (await api.send('GET', '/personal-data/kinds')).json<{ name: string }[]>();
    expect(kinds.map(({ name }) => name)).toEqual(expect.arrayContaining(['account', 'proposals', 'audit']));

    expect((await api.send('GET', '/personal-data/mine')).statusCode).toBe(401);
    const mine = (await api.send('GET', '/personal-data/mine', undefined, token)).json();
    expect(mine).toContainEqual(expect.objectContaining({ name: 'account', rows: 1 }));
  });

  it('gives a person one file with their own data, after the password', async () => {
    const me = await resident('Aldous Canarysson');
    const other = await resident('Berta Otherly');
    const number = await submitted(api, me.token, round.slug);
    await post(api, `/proposals/${number}/comments`, { text: 'words of another' }, { as: other.token });
    await post(api, `/proposals/${number}/comments`, { text: 'words of my own' }, { as: me.token });

    const ask = (body: object) => post(api, '/personal-data/download', body, { as: me.token });
    expect((await ask({})).json().title).toBe('request.malformed');
    expect((await ask({ password: 'not this one' })).json().title).toBe('identity.wrong-password');
    expect((await post(api, '/personal-data/download', { password: PASSWORD })).statusCode).toBe(401);

    const answer = await ask({ password: PASSWORD });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.headers['cache-control']).toContain('no-store');
    const file = answer.json();
    expect(file.account.records).toMatchObject([{ displayName: 'Aldous Canarysson', email: me.email }]);
    expect(file.proposals.records).toMatchObject([{ number }]);
    expect(file.comments.records).toMatchObject([{ text: 'words of my own' }]);
    for (const foreign of ['Berta', other.email, other.id, 'words of another', 'argon2']) {
      expect(answer.body).not.toContain(foreign);
    }
  });

  it('forgets a person everywhere when they leave', async () => {
    const me = await resident('Zebedee Quillfeather');
    const kept = await submitted(api, me.token, round.slug);
    const draft = (
      await api.send('POST', '/proposals', { roundSlug: round.slug, title: 'Quillfeather draft' }, me.token)
    ).json().number;
    const others = await submitted(api, (await resident('Someone Else')).token, round.slug);
    await api.send('PUT', `/proposals/${others}/support`, undefined, me.token);
    await post(api, `/proposals/${others}/comments`, { text: 'I am Quillfeather' }, { as: me.token });
    const second = await signIn(api, me.email);

    expect((await leave(me.token, { password: PASSWORD })).json().title).toBe('request.malformed');
    expect((await leave(me.token, { password: 'wrong', keepComments: false })).statusCode).toBe(403);
    expect((await leave(me.token, { password: PASSWORD, keepComments: false })).statusCode).toBe(204);

    for (const token of [me.token, second.token]) {
      expect((await api.send('GET', '/identity/me', undefined, token)).statusCode).toBe(401);
    }
    expect((await api.send('GET', `/proposals/${kept}`)).json().authorLabel).toBe('Former member');
    expect((await api.send('GET', `/proposals/${draft}`)).statusCode).toBe(404);
    expect((await api.send('GET', `/proposals/${others}`)).json()).toMatchObject({
      supports: 0,
      comments: 0,
    });
    expect(await comments(others)).toMatchObject([{ text: '', authorLabel: 'Former member' }]);

    // The last mail went to the address; on a real server nothing of it stays here.
    const [mails] = await api.db.query<[{ body: string }[], number]>(
      'DELETE FROM mailbox WHERE recipient = $1 RETURNING body',
      [me.email],
    );
    expect(mails.map(({ body }) => body).join()).toContain('has been deleted');
    expect(await tablesWith('Quillfeather')).toEqual([]);
    expect(await tablesWith(me.email)).toEqual([]);

    const again = await post(api, '/identity/sign-in', { email: me.email, password: PASSWORD });
    expect(again.json().title).toBe('identity.wrong-credentials');
  });

  it('leaves the words of comments where the person wishes it', async () => {
    const me = await resident('Wordy Person');
    const number = await submitted(api, (await resident('Host Person')).token, round.slug);
    await post(api, `/proposals/${number}/comments`, { text: 'Keep these words' }, { as: me.token });
    await leave(me.token, { password: PASSWORD, keepComments: true });
    expect(await comments(number)).toMatchObject([
      { text: 'Keep these words', authorLabel: 'Former member' },
    ]);
  });

  it('keeps the only administrator of a place', async () => {
    await testPlace(api, 'lonely');
    const me = await resident('Only Administrator');
    await giveRole(api, me.id, 'administrator', 'lonely');
    const refused = await leave(me.token, { password: PASSWORD, keepComments: true });
    expect([refused.statusCode, refused.json().title]).toEqual([409, 'identity.last-administrator']);

    const other = await signedIn(api, { roles: [['administrator', 'lonely']] });
    expect(other.id).not.toBe(me.id);
    expect((await leave(me.token, { password: PASSWORD, keepComments: true })).statusCode).toBe(204);
  });

  /** Every table in which a text stands anywhere. */
  const tablesWith = async (text: string): Promise<string[]> => {
    const tables = await api.db.query<{ name: string }[]>(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [{ n }] = await api.db.query<[{ n: number }]>(
        `SELECT count(*)::int AS n FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%'`,
        [text],
      );
      if (n > 0) found.push(name);
    }
    return found;
  };
});
