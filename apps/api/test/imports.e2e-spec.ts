import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { RegisterFinishedRound } from '../src/rounds/index.js';
import { imported, SMALL_PB, until, upload } from './support/elections.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

const shared = process.env['COMMONTHREAD_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const lodz = join(shared, 'pabulib/Poland_Lodz_2022.pb');

describe('imports', () => {
  let api: TestApp;
  let officer: TestPerson;
  let resident: TestPerson;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke');
    officer = await signedIn(api, { roles: [['officer', 'stoke']] });
    resident = await signedIn(api);
  });
  afterAll(() => api.close());

  const file = { name: 'small.pb', content: SMALL_PB };

  it('turns a file into a round with its projects and ballots, and drops what describes voters', async () => {
    const done = await imported(api, officer.token);

    expect(done).toMatchObject({ state: 'done', projects: 3, ballots: 6, ballotsDone: 6, progress: 1 });
    expect(done.warnings.join()).toContain('age, sex');
    const round = (await api.send('GET', `/rounds/${done.roundSlug}`)).json();
    expect(round).toMatchObject({
      title: 'Testtown 2024, North',
      budgetPence: 100_000,
      currency: 'GBP',
      ballots: 6,
      imported: true,
      state: 'counting',
      rule: { rule: 'equal-shares', completion: 'add1' },
      importedFrom: { fileName: 'election.pb' },
    });
    const columns = await api.db.query(
      `SELECT column_name FROM information_schema.columns WHERE table_name = 'imported_ballots' ORDER BY ordinal_position`,
    );
    expect(columns.map(({ column_name }: { column_name: string }) => column_name)).toEqual([
      'round_id',
      'position',
      'choices',
      'points',
    ]);
    const [left] = await api.db.query('SELECT count(*)::int AS pieces FROM import_pieces');
    expect(left.pieces).toBe(0);
  });

  it('takes a title, also when it stands after the file, and lists my imports newest first', async () => {
    const done = await imported(api, officer.token, SMALL_PB, { title: 'Northern vote', placeSlug: 'stoke' });

    expect((await api.send('GET', `/rounds/${done.roundSlug}`)).json().title).toBe('Northern vote');
    const mine = (await api.send('GET', '/imports', undefined, officer.token)).json();
    expect(mine[0].id).toBe(done.id);
    expect((await api.send('GET', '/imports', undefined, resident.token)).json()).toEqual([]);
  });

  it('names every fault with its line and imports nothing', async () => {
    const [{ rounds }] = await api.db.query('SELECT count(*)::int AS rounds FROM rounds');
    const faulty = SMALL_PB.replace('tree;400', 'tree;many').replace('v5;tree', 'v5;lake');
    const refused = await imported(api, officer.token, faulty);

    expect(refused).toMatchObject({ state: 'refused', roundSlug: null });
    expect(refused.faults.map(({ line }) => line)).toEqual([20, 27]);
    const [after] = await api.db.query('SELECT count(*)::int AS rounds FROM rounds');
    expect(after.rounds).toBe(rounds);
  });

  it('refuses what is no election at all', async () => {
    expect(await imported(api, officer.token, 'Dear council,\nplease find enclosed')).toMatchObject({
      state: 'refused',
    });
  });

  it('is for officers of the place with a second factor', async () => {
    const elsewhere = await signedIn(api, { roles: [['officer', 'stoke']], secondFactor: false });
    const fields = { placeSlug: 'stoke' };

    expect((await upload(api, undefined, file, fields)).statusCode).toBe(401);
    expect((await upload(api, resident.token, file, fields)).json().title).toBe('identity.role-missing');
    expect((await upload(api, elsewhere.token, file, fields)).json().title).toBe(
      'identity.second-factor-needed',
    );
    const [left] = await api.db.query('SELECT count(*)::int AS pieces FROM import_pieces');
    expect(left.pieces).toBe(0);
  });

  it('refuses a request without a file, with another field or for no place', async () => {
    const send = async (some: typeof file | null, fields: Record<string, string>) => {
      const { statusCode, json } = await upload(api, officer.token, some, fields);
      return [statusCode, json().title];
    };

    expect(await send(null, { placeSlug: 'stoke' })).toEqual([422, 'import.no-file']);
    expect(await send({ ...file, content: '' }, { placeSlug: 'stoke' })).toEqual([422, 'import.no-file']);
    expect(await send(file, { placeSlug: 'stoke', hidden: 'yes' })).toEqual([400, 'request.malformed']);
    expect(await send(file, {})).toEqual([400, 'request.malformed']);
    expect(await send(file, { placeSlug: 'nowhere' })).toEqual([404, 'place.unknown']);
  });

  describe('reads files as spreadsheets save them', () => {
    const bytesOf = (text: string) => Buffer.from(text, 'latin1');
    const named = (name: string) => SMALL_PB.replace('Forty trees', name);
    const ended = async (content: Buffer, query = '') => {
      const answer = await upload(
        api,
        officer.token,
        { name: 'a.pb', content },
        { placeSlug: 'stoke' },
        query,
      );
      expect(answer.statusCode).toBe(202);
      return until<{ state: string; roundSlug: string; faults: { reason: string }[] }>(
        api,
        `/imports/${answer.json().id}`,
        officer.token,
        ({ state }) => ['done', 'refused', 'failed'].includes(state),
      );
    };
    const titles = (round: string) =>
      api.db.query(
        'SELECT p.title FROM proposals p JOIN rounds r ON r.id = p.round_id WHERE r.slug = $1 ORDER BY p.title',
        [round],
      );

    it('asks about another encoding with a sample, and reads it as confirmed', async () => {
      const content = bytesOf(named('\xa3\xb9ka kwietna'));
      const asked = await upload(api, officer.token, { name: 'a.pb', content }, { placeSlug: 'stoke' });
      expect([asked.statusCode, asked.json()]).toEqual([
        422,
        expect.objectContaining({
          title: 'file.encoding-unsure',
          guess: 'windows-1250',
          line: 20,
          sample: [{ line: 20, text: expect.stringContaining('Łąka kwietna') }],
        }),
      ]);
      const done = await ended(content, '?encoding=windows-1250');
      expect(done.state).toBe('done');
      expect(await titles(done.roundSlug)).toContainEqual({ title: 'Łąka kwietna' });
    });

    it('reads UTF-16 with its mark', async () => {
      const content = Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(named('Zoë’s trees'), 'utf16le'),
      ]);
      const done = await ended(content);
      expect(done.state).toBe('done');
      expect(await titles(done.roundSlug)).toContainEqual({ title: 'Zoë’s trees' });
    });

    it('refuses a NUL with its line before any job begins', async () => {
      const content = bytesOf(named('Forty\0trees'));
      const answer = await upload(api, officer.token, { name: 'a.pb', content }, { placeSlug: 'stoke' });
      expect([answer.statusCode, answer.json()]).toEqual([
        422,
        expect.objectContaining({ title: 'import.unreadable', line: 20 }),
      ]);
      const [left] = await api.db.query('SELECT count(*)::int AS pieces FROM import_pieces');
      expect(left.pieces).toBe(0);
    });

    it('ends with a reason also when a fault quotes half a letter', async () => {
      for (const padding of [0, 1]) {
        const odd = SMALL_PB.replace('tree;400', `tree;${'x'.repeat(padding)}${'\u{1f333}'.repeat(120)}`);
        const refused = await ended(Buffer.from(odd));
        expect(refused.state).toBe('refused');
        expect(refused.faults[0]?.reason).toMatch(/./);
      }
    });
  });

  it('says why when the platform itself fails', async () => {
    const fails = jest
      .spyOn(api.app.get(RegisterFinishedRound), 'execute')
      .mockRejectedValue(new Error('away'));
    const done = await imported(api, officer.token);
    fails.mockRestore();
    expect(done).toMatchObject({ state: 'failed', faults: [{ code: 'import.broke-off' }] });
    expect(done.faults[0]?.reason).toContain(done.id);
  });

  it('hides an import from others', async () => {
    const done = await imported(api, officer.token);
    const answer = await api.send('GET', `/imports/${done.id}`, undefined, resident.token);

    expect([answer.statusCode, answer.json().title]).toEqual([404, 'import.not-found']);
  });

  (existsSync(lodz) ? it : it.skip)(
    'imports the 90,494 ballots of a large city whole',
    async () => {
      const done = await imported(api, officer.token, readFileSync(lodz));

      expect(done).toMatchObject({ state: 'done', ballots: 90_494 });
    },
    60_000,
  );
});
