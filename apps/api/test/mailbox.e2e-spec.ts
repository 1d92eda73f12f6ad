import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { addDemoPeople } from '../src/identity/index.js';
import { NoDemoInProduction } from '../src/identity/demo/no-demo-in-production.js';
import { type Config, CONFIG } from '../src/platform/config/index.js';
import { Mailer } from '../src/platform/mail/index.js';
import { post } from './support/accounts.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('the demo', () => {
  let api: TestApp;
  let config: Config;
  beforeAll(async () => {
    api = await testApp();
    config = api.app.get<Config>(CONFIG);
    await testPlace(api, 'stoke-on-trent');
    await addDemoPeople(api.db, config);
  });
  afterAll(() => api.close());

  const accounts = async () => (await api.send('GET', '/mailbox/accounts')).json();
  const codes = async () => (await api.send('GET', '/mailbox/codes')).json();

  it('has an account for each role, three for officers, and adding them again changes nothing', async () => {
    const before = [
      await accounts(),
      await api.db.query('SELECT person_id, secret FROM second_factors ORDER BY 1'),
    ];
    await addDemoPeople(api.db, config);
    const after = [
      await accounts(),
      await api.db.query('SELECT person_id, secret FROM second_factors ORDER BY 1'),
    ];

    expect(after).toEqual(before);
    expect(before[0]).toHaveLength(12);
    expect(before[0][0]).toEqual({
      email: 'resident@demo.example',
      displayName: 'Demo resident',
      roles: ['resident'],
      password: 'demo-commonthread',
    });
    const roles = before[0].flatMap(({ roles }: { roles: string[] }) => roles);
    expect(roles.filter((role: string) => role === 'officer')).toHaveLength(3);
  });

  it('signs everybody in with the shown password and code, twice in a row', async () => {
    for (let round = 0; round < 2; round++) {
      const shown = new Map((await codes()).map((code: { email: string }) => [code.email, code]));
      for (const { email, password, roles } of await accounts()) {
        const { code } = (shown.get(email) ?? {}) as { code?: string };
        const answer = await post(api, '/identity/sign-in', { email, password, code });
        expect([email, answer.statusCode, answer.json().me?.roles[0].role]).toEqual([email, 200, roles[0]]);
        expect(answer.json().me.youngMember).toBe(email.startsWith('young'));
      }
    }
    for (const { code, secondsLeft } of await codes()) {
      expect(code).toMatch(/^\d{6}$/);
      expect(secondsLeft).toBeGreaterThan(0);
      expect(secondsLeft).toBeLessThanOrEqual(90);
    }
  });

  it('shows the mails, newest first, with their links, to one address or all', async () => {
    const mailer = api.app.get(Mailer);
    await mailer.send({ to: 'a@test.example', subject: 'One', text: 'See\n\nhttp://localhost:4200/x?y=1\n' });
    await mailer.send({ to: 'b@test.example', subject: 'Two', text: 'Nothing to follow.' });

    const all = (await api.send('GET', '/mailbox')).json();
    expect(all.map(({ subject }: { subject: string }) => subject)).toEqual(['Two', 'One']);
    expect((await api.send('GET', '/mailbox?to=A@test.example')).json()).toEqual([
      {
        id: expect.any(String),
        to: 'a@test.example',
        subject: 'One',
        text: 'See\n\nhttp://localhost:4200/x?y=1\n',
        sentAt: expect.stringMatching(/Z$/),
        links: ['http://localhost:4200/x?y=1'],
      },
    ]);
    expect((await api.send('GET', '/mailbox?from=x')).statusCode).toBe(400);
  });

  it('keeps a production server from starting on its database', async () => {
    const production = { ...config, demo: false, production: true };

    await expect(new NoDemoInProduction(production, api.db).onModuleInit()).rejects.toThrow(
      '12 demo accounts exist',
    );
    await expect(addDemoPeople(api.db, production)).rejects.toThrow('demo mode only');
    await api.db.query('UPDATE people SET demo = false');
    await expect(new NoDemoInProduction(production, api.db).onModuleInit()).resolves.toBeUndefined();
    await api.db.query('UPDATE people SET demo = true');
  });
});

describe('outside the demo', () => {
  it('there is no mailbox', async () => {
    const api = await testApp({ DEMO: '0' });
    try {
      for (const path of ['/mailbox', '/mailbox/codes', '/mailbox/accounts']) {
        expect((await api.send('GET', path)).json()).toMatchObject({
          status: 404,
          title: 'request.not-found',
        });
      }
    } finally {
      await api.close();
    }
  });
});
