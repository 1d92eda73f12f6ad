import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { PersonalRecords } from '../src/platform/personal-records/index.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { accept, submitted } from './support/proposals.js';
import { passDays, testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('co-authors', () => {
  let api: TestApp;
  let officer: TestPerson;
  let author: TestPerson;
  let friend: TestPerson;
  let round: { slug: string };
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    officer = await signedIn(api, { roles: [['officer', 'city']] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    author = await signedIn(api, { displayName: 'Test author' });
    friend = await signedIn(api, { displayName: 'Test friend' });
    round = await testRound(api, officer.token, 'city', 'ideas');
  });

  const send = (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    as?: TestPerson,
    body?: object,
  ) => api.send(method, path, body, as?.token);
  const refusal = (answer: { statusCode: number; json: () => { title: string } }) => [
    answer.statusCode,
    answer.json().title,
  ];
  const invite = async (number: number, by = author) =>
    (await send('POST', `/proposals/${number}/author-invitations`, by)).json<{ token: string }>().token;
  const accepts = (token: string, as = friend) => send('POST', '/author-invitations/accept', as, { token });
  const together = async () => {
    const number = await submitted(api, author.token, round.slug);
    await accepts(await invite(number));
    return number;
  };

  it('join a draft by a link that is good once, and write in it', async () => {
    const { number } = (
      await send('POST', '/proposals', author, { roundSlug: round.slug, title: 'A bench by the pond' })
    ).json();
    expect((await send('GET', `/proposals/${number}`, friend)).statusCode).toBe(404);
    const token = await invite(number);
    const read = await send('POST', '/author-invitations/read', friend, { token });
    expect(read.json()).toEqual({ number, title: 'A bench by the pond', summary: '' });
    expect((await accepts(token)).statusCode).toBe(200);
    expect(refusal(await accepts(token, officer))).toEqual([409, 'proposal.invitation-spent']);

    const { version } = (await send('GET', `/proposals/${number}`, friend)).json();
    expect(
      (await send('PATCH', `/proposals/${number}`, friend, { version, summary: 'Ours.' })).statusCode,
    ).toBe(200);
    expect((await send('GET', '/proposals?mine=authored', friend)).json()).toMatchObject({ total: 1 });
    const [kept] = await api.db.query('SELECT * FROM author_invitations WHERE proposal_number = $1', [
      number,
    ]);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('are named beside whoever began it, the young without their name', async () => {
    const young = await signedIn(api, { displayName: 'Secret name', dateOfBirth: '2012-05-05' });
    const number = await together();
    await accepts(await invite(number, friend), young);
    const page = (await send('GET', `/proposals/${number}`)).json();
    expect(page).toMatchObject({
      authorLabel: 'Test author',
      coAuthorLabels: ['Test friend', 'Young member'],
    });
    expect(page.history.map(({ what }: { what: string }) => what)).toContain('A co-author joined');
    expect((await send('GET', `/proposals/${number}/authors`, young)).json()).toEqual({
      authors: [
        { label: 'Test author', lead: true, you: false },
        { label: 'Test friend', lead: false, you: false },
        { label: 'Young member', lead: false, you: true },
      ],
      withdrawal: null,
    });
  });

  it('do not support what they wrote', async () => {
    const number = await submitted(api, author.token, round.slug);
    await send('PUT', `/proposals/${number}/support`, friend);
    await accepts(await invite(number));
    expect((await send('GET', `/proposals/${number}`)).json()).toMatchObject({ supports: 0 });
    expect(refusal(await send('PUT', `/proposals/${number}/support`, friend))).toEqual([409, 'proposal.own']);
  });

  it('withdraw it together only, and may change their mind', async () => {
    const number = await together();
    const withdraw = (as: TestPerson) =>
      send('POST', `/proposals/${number}/withdraw`, as, { reason: 'We have no time for it.' });
    expect((await withdraw(friend)).json()).toMatchObject({ state: 'submitted' });
    const list = async () => (await send('GET', `/proposals/${number}/authors`, author)).json();
    expect((await list()).withdrawal).toEqual({ agreed: 1, of: 2, you: false });
    expect((await send('DELETE', `/proposals/${number}/withdraw`, friend)).statusCode).toBe(204);
    expect((await withdraw(author)).json()).toMatchObject({ state: 'submitted' });
    expect((await withdraw(friend)).json()).toMatchObject({ state: 'withdrawn' });
  });

  it('do not wait for an author who cannot be asked', async () => {
    const number = await together();
    await api.db.query('UPDATE people SET suspended_at = clock_timestamp() WHERE id = $1', [friend.id]);
    const reason = { reason: 'My neighbour has moved away.' };
    expect((await send('POST', `/proposals/${number}/withdraw`, author, reason)).json()).toMatchObject({
      state: 'withdrawn',
    });
  });

  it('leave, and the next one stands in the place of whoever began it', async () => {
    const number = await together();
    expect((await send('DELETE', `/proposals/${number}/authors/me`, author)).statusCode).toBe(204);
    expect((await send('GET', `/proposals/${number}`)).json()).toMatchObject({
      authorLabel: 'Test friend',
      coAuthorLabels: [],
    });
    expect(refusal(await send('DELETE', `/proposals/${number}/authors/me`, author))).toEqual([
      403,
      'proposal.not-yours',
    ]);
    expect(refusal(await send('DELETE', `/proposals/${number}/authors/me`, friend))).toEqual([
      409,
      'proposal.last-author',
    ]);
  });

  it('carry a proposal on when whoever began it deletes the account', async () => {
    const number = await together();
    const records = api.app.get(PersonalRecords, { strict: false }).all();
    for (const { erase } of records.filter(({ name }) => name.endsWith('proposals')))
      await api.db.transaction((manager) => erase(author.id, manager, { keepComments: true }));
    expect((await send('GET', `/proposals/${number}`)).json()).toMatchObject({
      authorLabel: 'Test friend',
      coAuthorLabels: [],
      state: 'submitted',
    });
  });

  it('are invited by authors alone, and not once the paper is settled', async () => {
    const number = await submitted(api, author.token, round.slug);
    expect((await send('POST', `/proposals/${number}/author-invitations`)).statusCode).toBe(401);
    expect(refusal(await send('POST', `/proposals/${number}/author-invitations`, friend))).toEqual([
      403,
      'proposal.not-yours',
    ]);
    expect(refusal(await send('GET', `/proposals/${number}/authors`, friend))).toEqual([
      403,
      'proposal.not-yours',
    ]);
    expect(refusal(await accepts(await invite(number), author))).toEqual([409, 'proposal.already-author']);
    expect((await accepts('short')).statusCode).toBe(400);
    expect(refusal(await accepts('x'.repeat(43)))).toEqual([409, 'proposal.invitation-spent']);

    const token = await invite(number);
    await accept(api, officer.token, number);
    await passDays(api, round.slug, 20);
    await send('GET', `/rounds/${round.slug}`);
    expect(refusal(await accepts(token))).toEqual([409, 'proposal.cannot-be-shared']);
  });

  it('cannot be let in twice or past the one who began it, even by a faulty program', async () => {
    const number = await submitted(api, author.token, round.slug);
    await expect(
      api.db.query('INSERT INTO proposal_coauthors (proposal_number, person_id) VALUES ($1, $2)', [
        number,
        author.id,
      ]),
    ).rejects.toThrow('not its co-author too');
  });
});
