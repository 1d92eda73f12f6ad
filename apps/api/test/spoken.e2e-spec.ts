import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { settled } from './support/outbox.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { submitted } from './support/proposals.js';
import { refused } from './support/reviews.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('what people said where they were', () => {
  let api: TestApp;
  let officer: TestPerson;
  let second: TestPerson;
  let facilitator: TestPerson;
  let resident: TestPerson;
  let slug: string;
  let number: number;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke');
    await testPlace(api, 'elsewhere');
    officer = await signedIn(api, { roles: [['officer', 'stoke']] });
    second = await signedIn(api, { roles: [['officer', 'stoke']] });
    facilitator = await signedIn(api, { roles: [['facilitator', 'stoke']] });
    resident = await signedIn(api);
    ({ slug } = await testRound(api, officer.token, 'stoke', 'ideas'));
    number = await submitted(api, resident.token, slug);
  });
  afterAll(() => api.close());

  const record = (change: object = {}, token?: string) =>
    api.send(
      'POST',
      '/contributions/spoken',
      {
        placeSlug: 'stoke',
        host: 'The Thursday lunch club',
        roundSlug: slug,
        proposalNumber: number,
        said: 'The bench should have a back, people are old here.',
        people: '6-10',
        consent: true,
        ...change,
      },
      token ?? facilitator.token,
    );
  const listed = async (token: string) =>
    (await api.send('GET', '/places/stoke/spoken', undefined, token)).json();

  it('is written down by a facilitator of the place, counts as open, and has the fate of what it is about', async () => {
    const open = async () => (await api.send('GET', '/contributions/open')).json().count;
    const before = await open();
    expect((await record()).statusCode).toBe(201);
    expect(await open()).toBe(before + 1);
    expect(await listed(officer.token)).toEqual([
      expect.objectContaining({
        host: 'The Thursday lunch club',
        standing: 'waiting',
        proposalNumber: number,
      }),
    ]);

    await refused(api, officer.token, second.token, number);
    await settled(api);
    expect(await listed(facilitator.token)).toEqual([
      expect.objectContaining({
        standing: 'not-taken-forward',
        answered: true,
        reason: 'Land and buildings: The land is a working farm.',
      }),
    ]);
  });

  it('can be about a round as a whole', async () => {
    expect((await record({ proposalNumber: undefined })).statusCode).toBe(201);
    const [newest] = await listed(officer.token);
    expect(newest).toMatchObject({ proposalNumber: null, standing: 'waiting', roundSlug: slug });
  });

  it('is refused when it leads to a person, without consent, or about nothing', async () => {
    const refused = async (change: object) => {
      const answer = await record(change);
      return [answer.statusCode, answer.json().errors?.[0]?.code ?? answer.json().title];
    };
    expect(await refused({ said: 'Call me on 01782 234 234 about it' })).toEqual([
      422,
      'spoken.reaches-somebody',
    ]);
    expect(await refused({ host: 'ann@mail.example' })).toEqual([422, 'spoken.reaches-somebody']);
    expect(await refused({ proposalNumber: 99_999 })).toEqual([422, 'spoken.proposal-unknown']);
    expect(await refused({ roundSlug: 'nowhere' })).toEqual([404, 'round.unknown']);
    expect(await refused({ placeSlug: 'nowhere' })).toEqual([404, 'place.unknown']);
    for (const change of [{ consent: false }, { people: 'many' }, { said: 'short' }, { proposalNumber: 'x' }])
      expect((await record(change)).statusCode).toBe(400);
  });

  it('is for those who work in the place', async () => {
    for (const { token } of [resident, await signedIn(api, { roles: [['facilitator', 'elsewhere']] })]) {
      expect((await record({}, token)).statusCode).toBe(403);
      expect((await api.send('GET', '/places/stoke/spoken', undefined, token)).statusCode).toBe(403);
    }
    expect((await api.send('GET', '/places/stoke/spoken')).statusCode).toBe(401);
  });

  it('names nobody: the database refuses a person beside spoken words', async () => {
    await expect(
      api.db.query(`UPDATE contributions SET person_id = $1 WHERE kind = 'spoken'`, [resident.id]),
    ).rejects.toThrow('spoken_by_nobody_named');
  });
});
