import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parsePb } from '@commonthread/pabulib';

import { COUNTING } from '../src/counts/count-job.js';
import { Jobs } from '../src/platform/jobs/index.js';
import { type CountAnswer, counted, imported, until } from './support/elections.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('counts', () => {
  let api: TestApp;
  let ada: TestPerson;
  let ben: TestPerson;
  let resident: TestPerson;
  let slug: string;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke');
    ada = await signedIn(api, { roles: [['officer', 'stoke']], displayName: 'Ada' });
    ben = await signedIn(api, { roles: [['officer', 'stoke']], displayName: 'Ben' });
    resident = await signedIn(api);
    slug = (await imported(api, ada.token)).roundSlug as string;
  });
  afterAll(() => api.close());

  const title = async (method: 'GET' | 'POST', path: string, token?: string, body?: object) => {
    const answer = await api.send(method, path, body, token);
    return [answer.statusCode, answer.json().title];
  };

  it('says nothing about any project before there is a count, to anybody', async () => {
    for (const token of [ada.token, resident.token, undefined]) {
      expect(await title('GET', `/rounds/${slug}/results`, token)).toEqual([404, 'count.not-published']);
      expect(await title('GET', `/rounds/${slug}/comparison`, token)).toEqual([404, 'count.not-published']);
      expect(await title('GET', `/rounds/${slug}/ballots.pb`, token)).toEqual([404, 'count.not-published']);
    }
    const proposals = (await api.send('GET', `/proposals?round=${slug}`)).json();
    const detail = await api.send('GET', `/proposals/${proposals.items[0].number}`);
    expect(detail.json().votes).toBeNull();
  });

  it('runs by itself, is signed by two officers, published, and anyone can count again', async () => {
    const id = await counted(api, ada.token, slug);
    expect(await title('GET', `/counts/${id}`)).toEqual([404, 'count.not-published']);
    expect(await title('GET', `/counts/${id}/results`, resident.token)).toEqual([404, 'count.not-published']);
    const inside = (await api.send('GET', `/counts/${id}/results`, undefined, ada.token)).json();
    expect(inside).toMatchObject({ voters: 6, totalCostPence: 70_000, state: 'run' });

    expect(await title('POST', `/counts/${id}/publish`, ada.token)).toEqual([409, 'count.not-signed-off']);
    const once = (await api.send('POST', `/counts/${id}/sign`, undefined, ada.token)).json();
    expect(once).toMatchObject({ state: 'run', mine: { maySign: false, mayPublish: false } });
    expect(await title('POST', `/counts/${id}/sign`, ada.token)).toEqual([409, 'count.already-signed']);
    const twice = (await api.send('POST', `/counts/${id}/sign`, undefined, ben.token)).json();
    expect(twice).toMatchObject({ state: 'signed-off', mine: { mayPublish: true } });
    expect(twice.signatures.map(({ by }: { by: string }) => by)).toEqual(['Officer Ada', 'Officer Ben']);

    expect((await api.send('POST', `/counts/${id}/publish`, undefined, ben.token)).statusCode).toBe(200);
    const results = (await api.send('GET', `/rounds/${slug}/results`)).json();
    expect(
      results.projects.map(({ ballotId, funded }: { ballotId: string; funded: boolean }) => [
        ballotId,
        funded,
      ]),
    ).toEqual([
      ['bench', true],
      ['tree', true],
      ['court', false],
    ]);
    expect(results.projects[0].sentences.join()).toContain('Funded in place 1 of 2');
    expect(results.projects[2].sentences.join()).toMatch(/£\d/);
    expect(results.measures.length).toBeGreaterThan(2);
    expect(results.inputsSha256).toMatch(/^[0-9a-f]{64}$/);
    const round = (await api.send('GET', `/rounds/${slug}`)).json();
    expect(round.publishedCountId).toBe(id);
    expect(results.moneyLeft).toMatch(
      /^£[\d,.]+ of £[\d,.]+ is left because every project that was not funded costs more/,
    );
    expect(round.moneyLeft).toBe(results.moneyLeft);

    const file = await api.send('GET', `/rounds/${slug}/ballots.pb`);
    expect(file.headers['content-type']).toContain('text/plain');
    const open = parsePb(file.body);
    expect([open.projects.length, open.votes.length, open.otherVoteColumns]).toEqual([3, 6, []]);
    const bundle = (await api.send('GET', `/counts/${id}/bundle`)).json();
    expect(bundle).toMatchObject({ inputsSha256: results.inputsSha256, rule: { rule: 'equal-shares' } });

    const comparison = await until<{ columns: { key: string }[]; rows: { funded: boolean[] }[] }>(
      api,
      `/rounds/${slug}/comparison`,
      resident.token,
      ({ columns }) => columns.length > 0,
    );
    expect(comparison.columns.map(({ key }) => key)).toEqual(['own', 'greedy', 'phragmen', 'max-welfare']);
    expect(comparison.rows.map(({ funded }) => funded.length)).toEqual([4, 4, 4]);
  });

  it('hashes the same inputs to the same value, whichever rule counts', async () => {
    const id = await counted(api, ada.token, slug, { rule: { rule: 'greedy' } });
    const [first, second] = (await api.send('GET', `/rounds/${slug}/counts`, undefined, ada.token)).json();

    expect(first.id).toBe(id);
    expect(first.inputsSha256).toBe(second.inputsSha256);
    expect((await api.send('GET', `/rounds/${slug}/counts`)).json()).toHaveLength(1);
  });

  it('keeps what it found: the database refuses to change a count, its rows or its signatures', async () => {
    const refused = (sql: string) =>
      expect(api.db.query(sql)).rejects.toThrow(/never changes|append-only|stays/);

    await refused(`UPDATE counts SET outcome = '{}' WHERE state = 'published'`);
    await refused(`UPDATE counts SET state = 'signed-off', published_at = NULL WHERE state = 'published'`);
    await refused('DELETE FROM count_signatures');
    await refused('UPDATE count_projects SET votes = 0');
    await refused('DELETE FROM imported_ballots');
    await expect(api.db.query(`UPDATE counts SET state = 'signed-off' WHERE state = 'run'`)).rejects.toThrow(
      'signatures of two officers',
    );
  });

  it('refuses a rule that does not exist, a malformed body, and a round without ballots', async () => {
    const path = `/rounds/${slug}/counts`;

    expect(await title('POST', path, ada.token, { rule: { rule: 'dice' } })).toEqual([422, 'rule.invalid']);
    expect(await title('POST', path, ada.token, { rule: 'greedy' })).toEqual([400, 'request.malformed']);
    expect(await title('POST', path, ada.token, { rules: {} })).toEqual([400, 'request.malformed']);
    expect(await title('POST', '/rounds/nowhere/counts', ada.token)).toEqual([404, 'round.unknown']);
  });

  it('is for officers of the place', async () => {
    const id = await counted(api, ada.token, slug);

    for (const path of [`/rounds/${slug}/counts`, `/counts/${id}/sign`, `/counts/${id}/publish`]) {
      expect(await title('POST', path, resident.token)).toEqual([403, 'identity.role-missing']);
      expect((await api.send('POST', path)).statusCode).toBe(401);
    }
    expect((await api.send('GET', '/counts/not-an-id')).statusCode).toBe(400);
    expect(await title('GET', '/counts/00000000-0000-4000-8000-000000000000')).toEqual([
      404,
      'count.not-found',
    ]);
  });

  it('begins again when the process that counted has died', async () => {
    const [{ id: roundId }] = await api.db.query('SELECT id FROM rounds WHERE slug = $1', [slug]);
    const [{ id: countId }] = await api.db.query(
      `INSERT INTO counts (round_id, rule, started_by, state, progress)
       SELECT $1, rule, $2, 'running', 0.7 FROM rounds WHERE id = $1 RETURNING id`,
      [roundId, ada.id],
    );
    expect(await title('POST', `/rounds/${slug}/counts`, ada.token)).toEqual([409, 'count.already-running']);
    await api.app.get(Jobs).start(COUNTING, { countId });
    await api.app.get(Jobs).start(COUNTING, { countId });
    const done = ({ state }: CountAnswer) => state !== 'running';
    const { state } = await until<CountAnswer>(api, `/counts/${countId}`, ada.token, done);

    expect(state).toBe('run');
  });

  it('lets only one count of a round be published', async () => {
    const id = await counted(api, ada.token, slug);
    for (const { token } of [ada, ben]) await api.send('POST', `/counts/${id}/sign`, undefined, token);

    expect(await title('POST', `/counts/${id}/publish`, ada.token)).toEqual([409, 'count.another-published']);
  });
});
