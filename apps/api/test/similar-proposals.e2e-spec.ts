import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { submitted } from './support/proposals.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

interface Found {
  readonly proposal: { readonly number: number };
  readonly score: number;
  readonly because: readonly string[];
}

describe('similar proposals', () => {
  let api: TestApp;
  let author: TestPerson;
  let round: { slug: string };
  let bench: number;
  let crossing: number;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    await testPlace(api, 'north', { kind: 'ward', parent: 'city' });
    const officer = await signedIn(api, { roles: [['officer', 'city']] });
    author = await signedIn(api);
    round = await testRound(api, officer.token, 'city', 'ideas');
    bench = await submitted(api, author.token, round.slug, 'Benches along the canal', {
      summary: 'Five seats with backs beside the towpath.',
      placeSlug: 'north',
    });
    crossing = await submitted(api, author.token, round.slug, 'A safer crossing at the school', {
      summary: 'A zebra and a warning light, so that children cross safely.',
      category: 'Streets',
    });
  });
  afterAll(() => api.close());

  const ask = async (query: Record<string, string>): Promise<Found[]> =>
    (
      await api.send('GET', `/proposals/similar?${new URLSearchParams({ round: round.slug, ...query })}`)
    ).json();
  const numbers = (found: Found[]) => found.map(({ proposal }) => proposal.number);

  it('finds a title with a slip and another ending, and says why', async () => {
    const found = await ask({ title: 'Bench along the cannal', place: 'north', category: 'Green spaces' });
    expect(numbers(found)).toEqual([bench]);
    expect(found[0]?.because).toEqual(['title', 'words', 'same-place', 'same-topic']);
    expect(found[0]?.score).toBeGreaterThan(0.4);
  });

  it('finds the same thing under another title by its words', async () => {
    const found = await ask({ title: 'Help children over the road', summary: 'Crossing safely to school.' });
    expect(numbers(found)).toEqual([crossing]);
    expect(found[0]?.because).toEqual(['words']);
  });

  it('finds nothing where nothing is alike, and is not misled by signs', async () => {
    expect(await ask({ title: 'A mural for the library' })).toEqual([]);
    expect(await ask({ title: "'); & | ! :* <-> \\ the" })).toEqual([]);
  });

  it('leaves out drafts, what was withdrawn, other rounds and the proposal itself', async () => {
    await api.send(
      'POST',
      '/proposals',
      { roundSlug: round.slug, title: 'Benches along the canal' },
      author.token,
    );
    const gone = await submitted(api, author.token, round.slug, 'Benches along a canal');
    await api.send('POST', `/proposals/${gone}/withdraw`, { reason: 'It is there twice.' }, author.token);
    expect(numbers(await ask({ title: 'Benches along the canal' }))).toEqual([bench]);
    expect(await ask({ title: 'Benches along the canal', except: String(bench) })).toEqual([]);

    const twin = await submitted(api, author.token, round.slug, 'Benches on the canal');
    const beside = (await api.send('GET', `/proposals/${twin}/similar`)).json<Found[]>();
    expect(numbers(beside)).toEqual([bench]);
  });

  it('never finds what a moderator has yet to read, or has hidden', async () => {
    const young = await signedIn(api, { dateOfBirth: '2012-05-05' });
    await submitted(api, young.token, round.slug, 'Benches along our canal');
    const hidden = await submitted(api, author.token, round.slug, 'Benches along that canal');
    await api.db.query(
      `UPDATE proposals SET shown = 'hidden', hidden_reason = 'It is spam.' WHERE number = $1`,
      [hidden],
    );
    expect(numbers(await ask({ title: 'Benches along our canal' }))).not.toContain(hidden);
    expect(JSON.stringify(await ask({ title: 'Benches along our canal' }))).not.toContain('our canal');
  });

  it('refuses what it cannot look for', async () => {
    const status = async (path: string) => (await api.send('GET', path)).statusCode;
    expect(await status(`/proposals/similar?round=${round.slug}&title=ab`)).toBe(400);
    expect(await status(`/proposals/similar?title=A bench`)).toBe(400);
    expect(await status(`/proposals/similar?title=A bench&round=${round.slug}&except=one`)).toBe(400);
    expect(await status('/proposals/similar?title=A bench&round=none')).toBe(404);
    expect(await status(`/proposals/similar?title=A bench&round=${round.slug}&place=atlantis`)).toBe(404);
    expect(await status('/proposals/999999/similar')).toBe(404);
  });
});
