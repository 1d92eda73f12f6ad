import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Aim } from '../src/decisions/aim.js';
import { AimsQueries } from '../src/decisions/aims.queries.js';
import { counted, imported } from './support/elections.js';
import { anAim, DECISION_TEXT, publishOutcome } from './support/outcomes.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

const TEXT = DECISION_TEXT;
const AIM = anAim('stoke', { comparisonPlaceSlugs: ['elsewhere'] });

describe('decisions', () => {
  let api: TestApp;
  let ada: TestPerson;
  let ben: TestPerson;
  let resident: TestPerson;
  let slug: string;
  let countId: string;
  let number: string;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke', { name: 'Stoke-on-Trent' });
    await testPlace(api, 'elsewhere');
    await api.db.query(`UPDATE places SET code = 'E06000021' WHERE slug = 'stoke'`);
    ada = await signedIn(api, { roles: [['officer', 'stoke']], displayName: 'Ada' });
    ben = await signedIn(api, { roles: [['officer', 'stoke']], displayName: 'Ben' });
    resident = await signedIn(api);
    slug = (await imported(api, ada.token)).roundSlug as string;
    countId = await counted(api, ada.token, slug);
  });
  afterAll(() => api.close());

  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    token?: string,
    body?: object,
  ) => {
    const answer = await api.send(method, path, body, token);
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
  };
  const refusal = async (...args: Parameters<typeof send>) => {
    const { status, body } = await send(...args);
    return [status, body.title];
  };

  it('starts from a count that two officers have signed', async () => {
    expect(await refusal('POST', '/decisions', ada.token, { countId })).toEqual([
      409,
      'decision.count-not-ready',
    ]);
    for (const { token } of [ada, ben]) await api.send('POST', `/counts/${countId}/sign`, undefined, token);
    const { status, body } = await send('POST', '/decisions', ada.token, { countId });
    number = body.number;

    expect(status).toBe(201);
    expect(body).toMatchObject({
      number: 'D-1',
      state: 'draft',
      chosen: 2,
      notChosen: 1,
      spendPence: 70_000,
    });
    expect(body.items[0].reason).toContain('Funded in place 1');
    expect(await refusal('POST', '/decisions', ada.token, { countId })).toEqual([409, 'decision.exists']);
  });

  it('shows a draft to officers of the place only', async () => {
    expect(await refusal('GET', `/decisions/${number}`)).toEqual([404, 'decision.not-found']);
    expect(await refusal('GET', `/decisions/${number}`, resident.token)).toEqual([404, 'decision.not-found']);
    expect((await send('GET', '/decisions')).body).toEqual([]);
    expect((await send('GET', '/decisions?place=stoke', ben.token)).body).toHaveLength(1);
    expect(await refusal('PUT', `/decisions/${number}`, resident.token, TEXT)).toEqual([
      403,
      'identity.role-missing',
    ]);
    expect((await send('PUT', `/decisions/${number}`, undefined, TEXT)).status).toBe(401);
  });

  it('shows an aim with the reading it starts from', async () => {
    const { status, body } = await send('POST', `/decisions/${number}/aims`, ada.token, AIM);

    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'drafted',
      sizePoints: 4,
      baseline: { percent: 26, n: 428 },
      comparisonPlaces: [{ slug: 'elsewhere' }],
    });
  });

  it('is published by nobody alone, whatever statement tries it', async () => {
    expect((await send('POST', `/decisions/${number}/publish`, ada.token)).status).toBe(404);
    await expect(
      api.db.query(`UPDATE decisions SET state = 'published', published_at = clock_timestamp()`),
    ).rejects.toThrow('published by two officers');
  });

  it('rewrites and removes aims while it is a draft', async () => {
    const second = (await send('POST', `/decisions/${number}/aims`, ada.token, AIM)).body;
    const path = `/decisions/${number}/aims/${second.id}`;
    const changed = await send('PUT', path, ada.token, {
      ...AIM,
      direction: 'down',
      comparisonPlaceSlugs: [],
    });

    expect(changed.body).toMatchObject({ direction: 'down', comparisonPlaces: [] });
    expect((await send('DELETE', path, ada.token)).status).toBe(204);
    expect(await refusal('DELETE', path, ada.token)).toEqual([404, 'aim.not-found']);
  });

  it.each([
    [{ dueOn: '2020-01-01' }, 422, 'aim.due-in-past'],
    [{ comparisonPlaceSlugs: ['stoke'] }, 422, 'aim.compares-with-itself'],
    [{ indicatorCode: '5.9' }, 404, 'indicator.not-found'],
    [{ placeSlug: 'nowhere' }, 404, 'place.unknown'],
    [{ sizePoints: 0 }, 400, 'request.malformed'],
    [{ dueOn: 'soon' }, 400, 'request.malformed'],
    [{ grade: 5 }, 400, 'request.malformed'],
  ])('refuses an aim with %p', async (change, status, code) => {
    const answer = await refusal('POST', `/decisions/${number}/aims`, ada.token, { ...AIM, ...change });

    expect(answer).toEqual([status, code]);
  });

  it('once published has locked aims, proposals with an outcome, a round that is decided', async () => {
    await send('PUT', `/decisions/${number}`, ada.token, TEXT);
    await publishOutcome(api, slug, ada, ben);
    const { body } = await send('GET', `/decisions/${number}`);

    expect(body).toMatchObject({ state: 'published', version: 1, ...TEXT });
    expect(body.aimsFull[0]).toMatchObject({
      state: 'locked',
      verdict: { grade: 0, sentence: 'Not measured yet: the reading is due on 30 November 2099.' },
    });
    expect((await send('GET', `/rounds/${slug}`)).body).toMatchObject({
      state: 'decided',
      decisionNumber: number,
    });
    const [first, , last] = body.items;
    expect((await send('GET', `/proposals/${first.proposalNumber}`)).body).toMatchObject({
      state: 'funded',
      votes: first.votes,
      decisionNumber: number,
      outcome: { funded: true, sentence: first.reason, countId },
    });
    expect((await send('GET', `/proposals/${last.proposalNumber}`)).body.state).toBe('not-funded');
    expect((await send('GET', '/indicators/2.2')).body).toMatchObject({
      aims: 1,
      aimsHere: [{ decisionNumber: number }],
    });
    expect((await send('GET', '/decisions?place=elsewhere')).body).toEqual([]);
    expect((await send('GET', '/decisions')).body).toHaveLength(1);
  });

  it('never changes what is published, in the API or in the database', async () => {
    const aimId = (await shown()).aimsFull[0].id;

    expect(await refusal('PUT', `/decisions/${number}`, ada.token, TEXT)).toEqual([
      409,
      'decision.published',
    ]);
    expect(await refusal('PUT', `/decisions/${number}/aims/${aimId}`, ada.token, AIM)).toEqual([
      409,
      'aim.locked',
    ]);
    expect(await refusal('DELETE', `/decisions/${number}/aims/${aimId}`, ada.token)).toEqual([
      409,
      'aim.locked',
    ]);
    expect(await refusal('POST', `/decisions/${number}/aims`, ada.token, AIM)).toEqual([409, 'aim.locked']);
    for (const sql of [
      `UPDATE decision_versions SET reasons = 'other'`,
      `UPDATE decision_items SET chosen = NOT chosen`,
      'DELETE FROM decision_items',
      'UPDATE aims SET size_points = 1',
      'DELETE FROM aims',
      'DELETE FROM aim_comparison_places',
    ]) {
      await expect(api.db.query(sql)).rejects.toThrow(/never changes|locked/);
    }
  });

  it('is corrected by a further version; both can be read', async () => {
    const path = `/decisions/${number}/corrections`;
    const correction = { ...TEXT, summary: 'Two of the three projects.', note: 'The summary was unclear.' };

    expect(await refusal('POST', path, ada.token, TEXT)).toEqual([400, 'request.malformed']);
    const { status, body } = await send('POST', path, ada.token, correction);
    expect(status).toBe(201);
    expect(body).toMatchObject({ version: 2, summary: correction.summary, chosen: 2 });
    expect(
      body.versions.map(({ version, note }: { version: number; note: string }) => [version, note]),
    ).toEqual([
      [1, null],
      [2, correction.note],
    ]);
    expect((await send('GET', `/decisions/${number}?version=1`)).body.summary).toBe(TEXT.summary);
  });

  it('judges an aim by the first reading that ends on or after its due day, not by one before', async () => {
    const measure = (year: number, percent: number) =>
      api.db.query(
        `INSERT INTO readings (indicator_code, series, label, place_id, population, percent, n, effective_n, period,
                               fieldwork_from, fieldwork_to, mode, source, invented)
         SELECT '2.2', 'SOT-FAIR-POS', 'People are treated fairly', id, 'Residents', $2, 1000, 800, $1::int::text,
                make_date($1::int, 6, 1), make_date($1::int, 12, 1), 'Random sample', 'A test', true
           FROM places WHERE slug = 'stoke'`,
        [year, percent],
      );
    await measure(2098, 5);
    expect((await shown()).aimsFull[0]).toMatchObject({ state: 'locked', verdict: { grade: 0 } });

    await measure(2099, 40);
    const [aim] = (await shown()).aimsFull;
    expect(aim).toMatchObject({ state: 'judged', verdict: { grade: 3 } });
    expect(aim.verdict.sentence).toContain('Moved more than survey noise, in the direction hoped for');
    expect(aim.verdict.sentence).toContain('40% after');
    expect(aim.baseline.percent).toBe(26);
  });

  it('starts an aim from a survey that people have answered, not from one to come', async () => {
    const [{ placeId }] = await api.db.query('SELECT id AS "placeId" FROM places WHERE slug = \'stoke\'');
    const baseline = await api.app
      .get(AimsQueries, { strict: false })
      .baselineOf({ indicatorCode: '2.2', placeId } as Aim);

    expect(baseline?.percent).toBe(26);
  });

  const shown = async () => (await send('GET', `/decisions/${number}`, ada.token)).body;
});
