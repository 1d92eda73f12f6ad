import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { submitted } from './support/proposals.js';
import { roundBody, testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

const NOTHING = [
  ['blanks', '       '],
  ['blanks that do not break', '\u00A0'.repeat(12)],
  ['zero-width blanks', '\u200B'.repeat(12)],
  ['the blank of Braille', '\u2800'.repeat(12)],
  ['fillers of Hangul', '\u3164'.repeat(12)],
  ['reversals', '\u202E\u202D'.repeat(12)],
] as const;

describe('texts that nobody can see', () => {
  let api: TestApp;
  let officer: TestPerson;
  let resident: TestPerson;
  let slug: string;
  let number: number;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke');
    officer = await signedIn(api, { roles: [['officer', 'stoke']] });
    resident = await signedIn(api);
    ({ slug } = await testRound(api, officer.token, 'stoke', 'ideas'));
    number = await submitted(api, resident.token, slug, 'Benches by the canal');
  });
  afterAll(() => api.close());

  const pots = (name: string) => [{ name, amountPence: 1_000_000 }];

  it.each(NOTHING)('%s are no title, comment, summary, pot or name', async (_, text) => {
    const asked: [string, object, TestPerson][] = [
      ['/proposals', { roundSlug: slug, title: text }, resident],
      [`/proposals/${number}/comments`, { text }, resident],
      ['/rounds', roundBody('stoke', { title: text }), officer],
      ['/rounds', roundBody('stoke', { summary: text.repeat(20) }), officer],
      ['/rounds', roundBody('stoke', { pots: pots(text) }), officer],
      ['/departments', { placeSlug: 'stoke', name: text }, officer],
    ];
    for (const [path, body, { token }] of asked) {
      const { statusCode } = await api.send('POST', path, body, token);
      expect([path, body, statusCode]).toEqual([path, body, 400]);
    }
    const me = await api.send('PATCH', '/identity/me', { displayName: text }, resident.token);
    expect([400, 422]).toContain(me.statusCode);
  });

  it('are taken out of what can be seen, and a title is one line', async () => {
    const started = await api.send(
      'POST',
      '/proposals',
      { roundSlug: slug, title: '\u202EBenches\u200B\tby\r\nthe canal\u202C' },
      resident.token,
    );
    expect(started.json().title).toBe('Benches by the canal');
    const said = await api.send(
      'POST',
      `/proposals/${number}/comments`,
      { text: ' One.\r\n\r\nTwo\u2066.\u2069 ' },
      resident.token,
    );
    expect(said.json().text).toBe('One.\n\nTwo.');
  });

  it.each(['علی\u200Cرضا محمدی', 'ශ්\u200Dරී ලාල්'])(
    'keep the joiners that a name needs: %s',
    async (displayName) => {
      const { statusCode, body } = await api.send('PATCH', '/identity/me', { displayName }, resident.token);
      expect(statusCode).toBe(200);
      expect(JSON.parse(body).displayName).toBe(displayName);
    },
  );

  it('leave a password as it was typed', async () => {
    const person = { email: 'blank@test.example', displayName: 'Ada', dateOfBirth: '1990-01-01' };
    const password = '  nettle\u200B brook forty  ';
    expect((await api.send('POST', '/identity/register', { ...person, password })).statusCode).toBe(202);
    await api.db.query(`UPDATE people SET confirmed_at = clock_timestamp() WHERE email = $1`, [person.email]);
    const signIn = (typed: string) =>
      api.send('POST', '/identity/sign-in', { email: person.email, password: typed });
    expect((await signIn(password)).statusCode).toBe(200);
    expect((await signIn(password.trim())).statusCode).toBe(401);
  });
});
