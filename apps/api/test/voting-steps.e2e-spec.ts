import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { NoteStep } from '../src/voting/steps/note-step.js';
import { post } from './support/accounts.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('steps of ballots', () => {
  let api: TestApp;
  let officer: TestPerson;
  let slug: string;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    officer = await signedIn(api, { roles: [['officer', 'city']] });
    ({ slug } = await testRound(api, officer.token, 'city', 'voting'));
  });
  afterAll(() => api.close());

  const note = (step: unknown, ip = '192.0.2.7', to = slug) =>
    post(api, `/rounds/${to}/voting/steps`, { step }, { ip });
  const noted = async (step: string, times: number): Promise<void> => {
    for (let n = 0; n < times; n++) expect((await note(step)).statusCode).toBe(204);
  };
  const seen = async (who: TestPerson | undefined = officer) =>
    api.send('GET', `/rounds/${slug}/voting/steps`, undefined, who?.token);

  it('are counted by the day for officers and auditors, and small counts hidden', async () => {
    await noted('chosen', 14);
    await noted('checked', 11);
    await noted('cast', 3);
    await api.app.get(NoteStep, { strict: false }).write();
    await noted('cast', 2);
    await api.app.get(NoteStep, { strict: false }).write();

    const auditor = await signedIn(api, { roles: [['auditor', 'city']] });
    for (const reader of [officer, auditor]) {
      expect((await seen(reader)).json()).toEqual({
        total: { chosen: 14, checked: 11, cast: null },
        days: [{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), chosen: 14, checked: 11, cast: null }],
        smallestCount: 10,
      });
    }
    await noted('cast', 30);
    await api.app.get(NoteStep, { strict: false }).write();
    expect((await seen()).json().total.cast).toBe(35);
  });

  it('are kept as a number of a round, a day and a step, and as nothing else', async () => {
    const columns = await api.db.query<{ column: string }[]>(
      `SELECT column_name AS column FROM information_schema.columns WHERE table_name = 'voting_steps' ORDER BY 1`,
    );
    expect(columns.map(({ column }) => column)).toEqual(['day', 'n', 'round_id', 'step']);
    const [{ sources }] = await api.db.query<[{ sources: number }]>(
      `SELECT count(*)::integer AS sources FROM rate_limits WHERE key LIKE '%192.0.2.7%'`,
    );
    expect(sources).toBe(0);
  });

  it('are not shown to residents or strangers', async () => {
    expect((await seen(await signedIn(api))).json().title).toBe('identity.role-missing');
    expect((await api.send('GET', `/rounds/${slug}/voting/steps`)).statusCode).toBe(401);
  });

  it.each([['voted'], [undefined], [['cast']], [{ $ne: 1 }]])('400 for %j', async (step) => {
    expect((await note(step)).statusCode).toBe(400);
  });

  it('refuses a field more: no project, pass or person can be sent along', async () => {
    const answer = await post(api, `/rounds/${slug}/voting/steps`, { step: 'cast', project: 'bench' });
    expect(answer.statusCode).toBe(400);
  });

  it('are counted only while there is voting', async () => {
    const early = await testRound(api, officer.token, 'city', 'ideas');
    expect((await note('cast', '192.0.2.8', early.slug)).json().title).toBe('voting.not-at-this-stage');
    expect((await note('cast', '192.0.2.8', 'nowhere')).json().title).toBe('round.unknown');
  });

  it('one source can make a number, but not any number', async () => {
    const answers = await Promise.all(Array.from({ length: 601 }, () => note('chosen', '192.0.2.9')));
    expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(600);
    expect(answers.find(({ statusCode }) => statusCode !== 204)?.json().title).toBe('request.too-many');
    expect((await note('chosen', '192.0.2.10')).statusCode).toBe(204);
  });
});
