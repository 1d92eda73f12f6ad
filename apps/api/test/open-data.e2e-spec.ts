import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';

import { DATASETS } from '../src/open-data/datasets/index.js';
import { counted, imported } from './support/elections.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { submitted } from './support/proposals.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

const data = process.env['COMMONTHREAD_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const schemas = join(data, '360giving');
const CANARY = 'canary-7f3a';
const FORMULA = '=HYPERLINK("http://evil.example";"Click")';

describe('open data', () => {
  let api: TestApp;
  let officer: TestPerson;
  let author: TestPerson;
  let draft: number;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke', { name: 'Stoke-on-Trent' });
    await api.db.query(`UPDATE places SET code = 'E06000021' WHERE slug = 'stoke'`);
    officer = await signedIn(api, { roles: [['officer', 'stoke']], displayName: CANARY });
    const second = await signedIn(api, { roles: [['officer', 'stoke']] });
    author = await signedIn(api, { displayName: CANARY });
    await api.db.query('UPDATE people SET email = $2 WHERE id = $1', [author.id, `${CANARY}@test.example`]);
    // New accounts may not post the link in the formula.

    const ideas = await testRound(api, officer.token, 'stoke', 'ideas', { title: 'Ideas, please' });
    await submitted(api, author.token, ideas.slug, FORMULA, { summary: 'Benches; "quoted",\nand a line' });
    draft = (
      await api.send('POST', '/proposals', { roundSlug: ideas.slug, title: 'A draft' }, author.token)
    ).json().number;

    const slug = (await imported(api, officer.token, undefined, { placeSlug: 'stoke' })).roundSlug as string;
    const countId = await counted(api, officer.token, slug);
    for (const { token } of [officer, second])
      await api.send('POST', `/counts/${countId}/sign`, undefined, token);
    await api.send('POST', '/decisions', { countId }, officer.token);
  });
  afterAll(() => api.close());

  const get = (path: string) => api.send('GET', `/open-data${path}`);
  const csv = async (name: string): Promise<Record<string, string>[]> =>
    parse((await get(`/${name}.csv`)).body, { bom: true, columns: true, record_delimiter: '\r\n' });

  it('lists each dataset with a dictionary that says what every field means', async () => {
    const listed = (await get('')).json<{ name: string; csv: string; fields: unknown[] }[]>();
    expect(listed.map(({ name }) => name)).toEqual(DATASETS.map(({ name }) => name));
    for (const { csv: address } of listed)
      expect((await api.send('GET', address.slice('/api'.length))).statusCode).toBe(200);
  });

  it.each(DATASETS.map(({ name }) => name))('%s: CSV and JSON agree, field by field', async (name) => {
    const { fields, rows } = (await get(`/${name}.json`)).json<{
      fields: { name: string }[];
      rows: object[];
    }>();
    const lines = await csv(name);
    expect(lines).toHaveLength(rows.length);
    for (const row of rows) expect(Object.keys(row)).toEqual(fields.map((field) => field.name));
    if (lines[0]) expect(Object.keys(lines[0])).toEqual(fields.map((field) => field.name));
  });

  it('keeps a text of several lines in one cell, and names whole in a spreadsheet', async () => {
    expect((await csv('proposals'))[0]?.['summary']).toBe('Benches; "quoted",\nand a line');
    const { body } = await get('/proposals.csv');
    expect(body).toContain('"Benches; ""quoted"",\nand a line"');
    expect([
      body.startsWith('\ufeff'),
      (await get('/proposals.csv?bom=false')).body.startsWith('\ufeff'),
    ]).toEqual([true, false]);
  });

  it('neutralises a formula in CSV, leaves numbers and JSON as they are', async () => {
    const [line] = await csv('proposals');
    expect(line).toMatchObject({ title: `'${FORMULA}`, estimate_pence: '50000', supports: '0', funded: '' });
    const { rows } = (await get('/proposals.json')).json<{ rows: object[] }>();
    expect(rows[0]).toMatchObject({
      title: FORMULA,
      summary: 'Benches; "quoted",\nand a line',
      estimate_pence: 50_000,
    });
  });

  it('holds no draft, no unpublished decision, and nobody’s name or address', async () => {
    const everything = (
      await Promise.all(
        [
          ...DATASETS.flatMap(({ name }) => [`/${name}.csv`, `/${name}.json`]),
          '/news.rss',
          '/rounds.ics',
          '/360giving.json',
        ].map(async (path) => (await get(path)).body),
      )
    ).join('\n');
    expect(everything).not.toContain(CANARY);
    expect(everything).not.toContain(author.id);
    expect(everything).not.toContain('A draft');
    expect((await csv('proposals')).map((line) => line['proposal'])).not.toContain(String(draft));
    expect(await csv('decisions')).toEqual([]);
  });

  it('streams: a second reader of a large table does not wait for the first', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/readings.csv')));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  it('names no other file', async () => {
    for (const path of [
      '/people.csv',
      '/proposals',
      '/proposals.xlsx',
      '/proposals.csv.exe',
      '/..%2fpeople.csv',
    ]) {
      expect((await get(path)).json()).toMatchObject({ status: 404, title: 'open-data.unknown' });
    }
  });

  describe('once a decision is published', () => {
    beforeAll(async () => {
      await api.db.query(
        `UPDATE proposals SET outcome_funded = ballot_id <> 'court', outcome_sentence = 'By the count.', state = CASE WHEN ballot_id <> 'court' THEN 'funded' ELSE 'not-funded' END,
           outcome_count_id = (SELECT id FROM counts LIMIT 1), decision_number = 'D-1' WHERE imported`,
      );
      await api.db
        .query(`UPDATE rounds SET imported_from = NULL, invented = true, opened_at = now(), ideas_opens_at = now(), ideas_closes_at = now() + interval '1 day',
        review_opens_at = now() + interval '1 day', review_closes_at = now() + interval '2 day', voting_opens_at = now() + interval '2 day', voting_closes_at = now() + interval '3 day',
        counting_opens_at = now() + interval '3 day', counting_closes_at = now() + interval '4 day'
        WHERE imported_from IS NOT NULL`);
      await api.db.query(`UPDATE decision_versions SET title = 'Benches & trees <b>', published_at = now() `);
      // Only what it looks like afterwards is asked here, not who may do it.
      await api.db.query('ALTER TABLE decisions DISABLE TRIGGER decisions_published_by_two');
      await api.db.query(`UPDATE decisions SET state = 'published', published_at = now()`);
    });

    it('is news, with its words escaped', async () => {
      const rss = (await get('/news.rss')).body;
      expect(rss).toContain('<rss');
      expect(rss).toMatch(/Benches (&amp;|& )?.*trees/);
      expect(rss).not.toContain('<b>trees');
      expect(rss).toContain('/decisions/D-1');
    });

    it('is in the calendar, with its dates', async () => {
      const ics = (await get('/rounds.ics')).body;
      expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n/);
      expect(ics).toContain('SUMMARY:Send in ideas: Ideas\\, please');
    });

    const schemaThere = existsSync(schemas);
    (schemaThere ? it : it.skip)('gives its funded projects as valid 360Giving', async () => {
      const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
      addFormats.default(ajv);
      const read = (file: string) => ({
        ...JSON.parse(readFileSync(join(schemas, file), 'utf8')),
        $schema: undefined,
      });
      const grant = read('360-giving-schema.json');
      const pack = read('360-giving-package-schema.json');
      ajv.addSchema({ ...grant, $id: pack.properties.grants.items.$ref });
      const valid = ajv.compile(pack);
      const grants = (await get('/360giving.json')).json();

      expect(grants.grants).toHaveLength(2);
      expect([valid(grants), valid.errors]).toEqual([true, null]);
      expect(valid({ ...grants, grants: [{ ...grants.grants[0], amountAwarded: 'much' }] })).toBe(false);
    });
  });
});
