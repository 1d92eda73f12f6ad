import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { describeApi } from '../src/openapi.js';
import { Retention } from '../src/platform/retention/index.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { submitted } from './support/proposals.js';
import { upload } from './support/roll.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('a call with an Idempotency-Key', () => {
  let api: TestApp;
  let officer: TestPerson;
  let author: TestPerson;
  let round: string;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    officer = await signedIn(api, { roles: [['officer', 'city']] });
    author = await signedIn(api);
    round = (await testRound(api, officer.token, 'city', 'ideas')).slug;
  });
  afterAll(() => api.close());

  const post = (path: string, payload: object, key: string, as = author) =>
    api.app.inject({
      method: 'POST',
      url: `/api${path}`,
      payload,
      headers: { authorization: `Bearer ${as.token}`, 'idempotency-key': key },
    });
  const start = (key: string, title = 'A bench by the pond', as = author) =>
    post('/proposals', { roundSlug: round, title }, key, as);
  const drafts = async (as = author): Promise<number> =>
    (await api.db.query('SELECT 1 FROM proposals WHERE author_id = $1', [as.id])).length;
  const refusal = ({ statusCode, json }: { statusCode: number; json(): { title: string } }) => [
    statusCode,
    json().title,
  ];

  it('makes one draft of three equal calls, each answered the same', async () => {
    const before = await drafts();
    const key = randomUUID();
    const first = await start(key);
    const again = [await start(key), await start(key)];
    expect(first.statusCode).toBe(201);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    for (const answer of again) {
      expect([answer.statusCode, answer.body]).toEqual([201, first.body]);
      expect(answer.headers['idempotency-replayed']).toBe('true');
    }
    expect(await drafts()).toBe(before + 1);
    await start(randomUUID());
    expect(await drafts()).toBe(before + 2);
  });

  it('makes one comment of calls that come at once', async () => {
    const number = await submitted(api, author.token, round);
    const key = randomUUID();
    const path = `/proposals/${number}/comments`;
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(path, { text: 'Good idea' }, key)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect((await api.send('GET', `/proposals/${number}`)).json().comments).toBe(1);
  });

  it('is refused when another request comes with it, and does nothing', async () => {
    const key = randomUUID();
    await start(key);
    const before = await drafts();
    expect(refusal(await start(key, 'Another title'))).toEqual([422, 'request.key-used-otherwise']);
    const number = await submitted(api, author.token, round);
    const elsewhere = await post(`/proposals/${number}/comments`, { text: 'Good idea' }, key);
    expect(refusal(elsewhere)).toEqual([422, 'request.key-used-otherwise']);
    expect(await drafts()).toBe(before + 1);
  });

  it('stores a file once', async () => {
    const { slug } = await testRound(api, officer.token, 'city', 'review');
    const key = { 'idempotency-key': randomUUID() };
    const file = 'full_name,date_of_birth,postcode,house\nAda King,1980-02-29,ST6 1AA,14';
    const send = (text: string) => upload(api, `/rounds/${slug}/roll/upload`, text, officer.token, {}, key);
    const first = await send(file);
    const again = await send(file);
    expect([again.statusCode, again.body]).toEqual([200, first.body]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const kept = await api.send('GET', `/rounds/${slug}/roll/uploads`, undefined, officer.token);
    expect(kept.json()).toHaveLength(1);
    expect(refusal(await send(`${file}\nBen Moss,1991-05-06,ST6 1AA,16`))).toEqual([
      422,
      'request.key-used-otherwise',
    ]);
  });

  it('belongs to one person', async () => {
    const [key, other] = [randomUUID(), await signedIn(api)];
    const mine = await start(key);
    const theirs = await start(key, undefined, other);
    expect(theirs.headers['idempotency-replayed']).toBeUndefined();
    expect(theirs.json().number).not.toBe(mine.json().number);
    expect(await drafts(other)).toBe(1);
  });

  it('may come again after a refusal', async () => {
    const key = randomUUID();
    const draft = await testRound(api, officer.token, 'city', 'review');
    expect((await post('/proposals', { roundSlug: draft.slug, title: 'Too late' }, key)).statusCode).toBe(
      409,
    );
    expect((await start(key, '')).statusCode).toBe(400);
    expect((await start(key)).statusCode).toBe(201);
  });

  it.each(['short', 'with a blank in it', 'ë'.repeat(10), 'x'.repeat(201)])(
    'is refused when unfit: %s',
    async (key) => {
      const before = await drafts();
      expect(
        refusal(await start(encodeURI(key) === key ? key : Buffer.from(key).toString('latin1'))),
      ).toEqual([422, 'request.key-unfit']);
      expect(await drafts()).toBe(before);
    },
  );

  it('says that it is under way, or that nobody knows what became of it, and never does it twice', async () => {
    const key = randomUUID();
    await start(key);
    const before = await drafts();
    const broken = (ago: string) =>
      api.db.query(
        `UPDATE calls_once SET sealed_answer = NULL, begun_at = clock_timestamp() - $2::interval
         WHERE person_id = $1 AND begun_at = (SELECT max(begun_at) FROM calls_once WHERE person_id = $1)`,
        [author.id, ago],
      );
    await broken('3 minutes');
    expect(refusal(await start(key))).toEqual([409, 'request.outcome-unknown']);
    expect(await drafts()).toBe(before);
  });

  it('is kept for a day without a word of it in the clear', async () => {
    const person = await signedIn(api);
    const key = randomUUID();
    const title = 'A very recognisable bench';
    await start(key, title, person);
    const rows = await api.db.query('SELECT * FROM calls_once WHERE person_id = $1', [person.id]);
    expect(rows).toHaveLength(1);
    const kept = Object.values<unknown>(rows[0])
      .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
      .join();
    expect(kept).not.toContain('recognisable');
    expect(kept).not.toContain(key);

    await api.db.query(
      `UPDATE calls_once SET begun_at = begun_at - interval '25 hours' WHERE person_id = $1`,
      [person.id],
    );
    await start(key, title, person);
    expect(await drafts(person)).toBe(2);
    await api.db.query(
      `UPDATE calls_once SET begun_at = begun_at - interval '25 hours' WHERE person_id = $1`,
      [person.id],
    );
    await api.app.get(Retention).run();
    expect(await api.db.query('SELECT 1 FROM calls_once WHERE person_id = $1', [person.id])).toEqual([]);
  });

  it('is taken by everything signed-in people create, and the documentation says so', () => {
    const { paths } = describeApi(api.app);
    const without = Object.entries(paths).flatMap(([path, { post: act }]) => {
      const creates = act?.security && (act.responses['201'] ?? act.responses['202']);
      const takes = act?.parameters?.some((one) => 'name' in one && one.name === 'Idempotency-Key');
      return creates && !takes ? [path] : [];
    });
    expect(without).toEqual([]);
  });

  it('is not kept of a pass to vote: nothing dates it', async () => {
    const { paths } = describeApi(api.app);
    const names = paths['/api/rounds/{slug}/pass']?.post?.parameters?.map((one) => 'name' in one && one.name);
    expect(names).not.toContain('Idempotency-Key');
  });
});
