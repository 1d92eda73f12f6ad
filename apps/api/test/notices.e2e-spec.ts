import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { settled } from './support/outbox.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { accept, submitted } from './support/proposals.js';
import { appealedAndWon, refused } from './support/reviews.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

interface Notice {
  readonly id: string;
  readonly fate: string;
  readonly because: string;
  readonly reason: string | null;
  readonly proposalNumber: number | null;
  readonly read: boolean;
}

describe('notices', () => {
  let api: TestApp;
  let officer: TestPerson;
  let second: TestPerson;
  let third: TestPerson;
  let author: TestPerson;
  let friend: TestPerson;
  let stranger: TestPerson;
  let round: { id: string; slug: string };
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke');
    officer = await signedIn(api, { roles: [['officer', 'stoke']] });
    second = await signedIn(api, { roles: [['officer', 'stoke']] });
    third = await signedIn(api, { roles: [['officer', 'stoke']] });
    [author, friend, stranger] = await Promise.all([signedIn(api), signedIn(api), signedIn(api)]);
    round = await testRound(api, officer.token, 'stoke', 'ideas');
  });
  afterAll(() => api.close());

  const refuse = (number: number) => refused(api, officer.token, second.token, number);
  const heard = async ({ token }: TestPerson, number?: number): Promise<Notice[]> => {
    await settled(api);
    const { items } = (await api.send('GET', '/notices', undefined, token)).json<{ items: Notice[] }>();
    return items.filter(({ proposalNumber }) => number === undefined || proposalNumber === number);
  };

  it('tells author, supporters, commenters and followers of a refusal, with its reason, and nobody else', async () => {
    const number = await submitted(api, author.token, round.slug);
    const commenter = await signedIn(api);
    const follower = await signedIn(api);
    await api.send('PUT', `/proposals/${number}/support`, undefined, friend.token);
    await api.send('POST', `/proposals/${number}/comments`, { text: 'I like it.' }, commenter.token);
    await api.send('PUT', `/proposals/${number}/follow`, undefined, follower.token);
    await refuse(number);

    for (const [person, because] of [
      [author, 'author'],
      [friend, 'support'],
      [commenter, 'comment'],
      [follower, 'follow'],
    ] as const) {
      expect(await heard(person, number)).toEqual([
        expect.objectContaining({
          fate: 'not-taken-forward',
          because,
          reason: 'Land and buildings: The land is a working farm.',
          read: false,
        }),
      ]);
    }
    expect(await heard(stranger)).toEqual([]);
  });

  it('tells co-authors as authors, and nobody who has left the proposal', async () => {
    const number = await submitted(api, author.token, round.slug);
    const [together, gone] = await Promise.all([signedIn(api), signedIn(api)]);
    for (const { id } of [together, gone])
      await api.db.query('INSERT INTO proposal_coauthors (proposal_number, person_id) VALUES ($1, $2)', [
        number,
        id,
      ]);
    await api.db.query('DELETE FROM proposal_coauthors WHERE person_id = $1', [gone.id]);
    await refuse(number);

    expect(await heard(together, number)).toEqual([expect.objectContaining({ because: 'author' })]);
    expect(await heard(gone, number)).toEqual([]);
  });

  it('tells somebody with two ties once, by the stronger', async () => {
    const number = await submitted(api, author.token, round.slug);
    for (const path of ['support', 'follow'])
      await api.send('PUT', `/proposals/${number}/${path}`, undefined, friend.token);
    await api.send('POST', `/proposals/${number}/comments`, { text: 'Twice.' }, friend.token);
    await accept(api, officer.token, number);

    expect(await heard(friend, number)).toEqual([
      expect.objectContaining({ fate: 'accepted', because: 'support', reason: null }),
    ]);
  });

  it('forgets a support that was taken back and a comment that was withdrawn', async () => {
    const number = await submitted(api, author.token, round.slug);
    await api.send('PUT', `/proposals/${number}/support`, undefined, friend.token);
    await api.send('DELETE', `/proposals/${number}/support`, undefined, friend.token);
    const said = await api.send('POST', `/proposals/${number}/comments`, { text: 'Hm.' }, friend.token);
    await api.send('DELETE', `/proposals/${number}/comments/${said.json().id}`, undefined, friend.token);
    await refuse(number);

    expect(await heard(friend, number)).toEqual([]);
    expect(await heard(author, number)).toHaveLength(1);
  });

  it('tells each change, and none twice when an event is told again', async () => {
    const number = await submitted(api, author.token, round.slug);
    await refuse(number);
    await appealedAndWon(api, author.token, third.token, number);
    await accept(api, officer.token, number);
    const fates = async () => (await heard(author, number)).map(({ fate }) => fate);

    expect(await fates()).toEqual(['accepted', 'looked-at-again', 'not-taken-forward']);
    await api.db.query(
      `INSERT INTO outbox (name, data) SELECT 'fate.told', jsonb_build_object('fateId', id::text) FROM fates`,
    );
    expect(await fates()).toHaveLength(3);
  });

  it('does not tell an author of their own withdrawal, but those who supported it', async () => {
    const number = await submitted(api, author.token, round.slug);
    await api.send('PUT', `/proposals/${number}/support`, undefined, friend.token);
    await api.send(
      'POST',
      `/proposals/${number}/withdraw`,
      { reason: 'I have changed my mind.' },
      author.token,
    );

    expect(await heard(author, number)).toEqual([]);
    expect(await heard(friend, number)).toEqual([
      expect.objectContaining({ fate: 'withdrawn', reason: 'I have changed my mind.' }),
    ]);
  });

  it('tells everybody once when a round is called off', async () => {
    const other = await testRound(api, officer.token, 'stoke', 'ideas');
    for (const title of ['One idea', 'Another idea']) {
      const number = await submitted(api, author.token, other.slug, title);
      await api.send('PUT', `/proposals/${number}/support`, undefined, friend.token);
    }
    await api.send('POST', `/rounds/${other.slug}/cancel`, { reason: 'No money this year.' }, officer.token);

    for (const person of [author, friend]) {
      const told = (await heard(person)).filter(({ fate }) => fate === 'cancelled');
      expect(told).toEqual([
        expect.objectContaining({ reason: 'No money this year.', proposalNumber: null }),
      ]);
    }
  });

  it('counts what is unread and marks it read up to what was seen', async () => {
    const reader = await signedIn(api);
    for (let n = 0; n < 2; n++) {
      const number = await submitted(api, reader.token, round.slug);
      await refuse(number);
    }
    const [newest, older] = await heard(reader);
    const unread = async () =>
      (await api.send('GET', '/notices/unread', undefined, reader.token)).json().unread;
    expect(await unread()).toBe(2);

    const read = (upTo: unknown) => api.send('POST', '/notices/read', { upTo }, reader.token);
    expect((await read(older?.id)).statusCode).toBe(204);
    expect(await unread()).toBe(1);
    expect((await read(newest?.id)).statusCode).toBe(204);
    expect((await heard(reader)).every((notice) => notice.read)).toBe(true);
    expect((await read('all of them')).statusCode).toBe(400);
    expect((await api.send('GET', '/notices?before=x', undefined, reader.token)).statusCode).toBe(400);
    const rest = await api.send('GET', `/notices?before=${newest?.id}`, undefined, reader.token);
    expect(rest.json().items.map(({ id }: Notice) => id)).toEqual([older?.id]);
  });

  it('is for signed-in people, each their own', async () => {
    for (const path of ['/notices', '/notices/unread'])
      expect((await api.send('GET', path)).statusCode).toBe(401);
    expect((await api.send('POST', '/notices/read', { upTo: '1' })).statusCode).toBe(401);
  });

  it('keeps a fate as it was told', async () => {
    await expect(api.db.query(`UPDATE fates SET reason = 'another'`)).rejects.toThrow('append-only');
    await expect(api.db.query('DELETE FROM fates')).rejects.toThrow('append-only');
  });
});
