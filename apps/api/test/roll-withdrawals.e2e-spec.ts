import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Roll } from '../src/roll/index.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { upload } from './support/roll.js';
import { passDays, testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

const HEADER = 'full_name,date_of_birth,postcode,house,email,ward';
const REASON = 'It was the list of another ward.';
const ADA = 'Ada King,1980-02-29,ST6 1AA,14,,';
const BEN = 'Ben Moss,1991-05-06,ST6 1AA,16,,';
const LONDONER = 'Cy Dale,1970-01-01,SW1A 1AA,10,,';

describe('who gets onto a roll by a file, and off it again', () => {
  let api: TestApp;
  let officer: TestPerson;
  let second: TestPerson;
  let resident: TestPerson;
  beforeAll(async () => {
    api = await testApp();
    const city = await testPlace(api, 'city');
    const burslem = await testPlace(api, 'burslem', { kind: 'ward', parent: 'city' });
    const hanley = await testPlace(api, 'hanley', { kind: 'ward', parent: 'city' });
    await api.db.query(
      `INSERT INTO postcodes (postcode, place_id) VALUES ('ST6 1AA', $1), ('ST1 1AA', $2), ('ST6 5SP', $3)`,
      [burslem, hanley, city],
    );
    officer = await signedIn(api, { roles: [['officer', 'city']] });
    second = await signedIn(api, { roles: [['officer', 'city']] });
    resident = await signedIn(api);
  });
  afterAll(() => api.close());

  const round = () => testRound(api, officer.token, 'burslem', 'review');
  const at = (slug: string, rest: string) => `/rounds/${slug}/roll/${rest}`;
  const put = async (slug: string, lines: string[], options: { query?: string; rulings?: unknown } = {}) => {
    const fields: Record<string, string> =
      options.rulings === undefined ? {} : { rulings: JSON.stringify(options.rulings) };
    const path = at(slug, `upload${options.query ?? ''}`);
    return upload(api, path, [HEADER, ...lines].join('\n'), officer.token, fields);
  };
  const post = (slug: string, rest: string, body: object, as = officer) =>
    api.send('POST', at(slug, rest), body, as.token);
  const list = async (slug: string, what: string, as = officer) =>
    (await api.send('GET', at(slug, what), undefined, as.token)).json();
  const electors = async (id: string) =>
    (await api.db.query('SELECT 1 FROM roll.elector WHERE election = $1', [id])).length;
  const refusal = async (answer: Promise<{ statusCode: number; json(): { title: string } }>) => {
    const { statusCode, json } = await answer;
    return [statusCode, json().title];
  };
  const find = async (slug: string, fullName: string, dateOfBirth: string, house: string) => {
    const sought = { fullName, dateOfBirth, postcode: 'ST6 1AA', house };
    const [found] = (await post(slug, 'search', sought)).json();
    return { ...sought, elector: found.elector as string };
  };

  it('names a postcode of London line by line and lets nobody of it in before a person has decided', async () => {
    const { slug, id } = await round();
    const lines = [ADA, LONDONER, 'Di Dale,1971-01-01,SW1A 1AA,10,,', 'Eve Lowe,1972-01-01,ST6 9ZZ,1,,'];
    const rehearsed = (await put(slug, lines, { query: '?rehearse=true' })).json();
    expect(rehearsed).toMatchObject({
      ...{ added: 1, toReview: 3, leftOut: 0, doubtful: 2 },
      doubtfulPostcodes: [
        { postcode: 'SW1A 1AA', where: 'far', ruling: 'ask', people: 2, lines: [3, 4] },
        { postcode: 'ST6 9ZZ', where: 'unknown', ruling: 'ask', people: 1, lines: [5] },
      ],
    });

    await put(slug, lines);
    expect(await electors(id)).toBe(1);
    const { items } = await list(slug, 'claims');
    expect(items).toMatchObject([
      { fullName: 'Cy Dale', origin: 'file', decisivePostcode: 'far' },
      { fullName: 'Di Dale', origin: 'file', decisivePostcode: 'far' },
      { fullName: 'Eve Lowe', origin: 'file', decisivePostcode: 'unknown' },
    ]);
    await post(slug, `claims/${items[2].id}/decide`, { accept: true, reason: 'A new street of Burslem.' });
    expect(await electors(id)).toBe(2);
  });

  it('does what an officer says of a postcode, and refuses what is no ruling', async () => {
    const { slug, id } = await round();
    const lines = [ADA, LONDONER, 'Eve Lowe,1972-01-01,ST6 9ZZ,1,,', 'Flo Hall,1973-01-01,ST1 1AA,1,,'];
    const rulings = [
      { postcode: 'sw1a1aa', treat: 'leave' },
      { postcode: 'ST6 9ZZ', treat: 'take' },
      { postcode: 'ST1 1AA', treat: 'ask' },
    ];
    expect((await put(slug, lines, { rulings })).json()).toMatchObject({
      ...{ added: 2, toReview: 1, leftOut: 1 },
      leftOutLines: [{ line: 3, reason: 'outside' }],
    });
    expect(await electors(id)).toBe(2);
    for (const unfit of ['nothing', [{ postcode: 'ST6 9ZZ', treat: 'perhaps' }], [{ treat: 'take' }]]) {
      expect((await put(slug, [BEN], { rulings: unfit })).statusCode).toBe(400);
    }
    expect(await electors(id)).toBe(2);
  });

  it('holds the council’s own record of a home above the best fit of its postcode', async () => {
    const { slug } = await round();
    const lines = [
      'Gil Best,1970-01-01,ST1 1AA,1,,Burslem',
      'Hal Best,1970-01-01,ST6 1AA,2,,hanley',
      'Ida Best,1970-01-01,ST6 5SP,3,,burslem',
      'Jo Best,1970-01-01,ST6 5SP,4,,',
      'Kit Best,1970-01-01,SW1A 1AA,5,,burslem',
    ];
    expect((await put(slug, lines)).json()).toMatchObject({
      ...{ added: 2, toReview: 2, leftOut: 1 },
      leftOutLines: [{ line: 3, reason: 'outside' }],
      doubtfulPostcodes: [
        { postcode: 'SW1A 1AA', where: 'far', lines: [6] },
        { postcode: 'ST6 5SP', where: 'split', lines: [5] },
      ],
    });
    const unheard = await put(slug, ['Lu Best,1970-01-01,ST6 1AA,1,,Atlantis']);
    expect(unheard.json()).toMatchObject({ title: 'roll.file-faulty', line: 2 });
  });

  it('takes a file back whole, by two: its people, its waiting lines, and accounts linked to it', async () => {
    const { slug, id } = await round();
    const linked = await signedIn(api);
    await put(slug, [BEN]);
    await put(slug, [`Ada King,1980-02-29,ST6 1AA,14,${linked.email},`, BEN, LONDONER]);
    const claim = { connection: 'live', fullName: 'Ada King', postcode: 'ST6 1AA', house: '14' };
    const own = await api.send('POST', at(slug, 'claims'), claim, linked.token);
    expect(own.json()).toMatchObject({ onRoll: true });
    expect(await electors(id)).toBe(2);

    const [wrong] = await list(slug, 'uploads');
    expect(wrong).toMatchObject({ added: 1, toReview: 1, leftOut: 0, mine: true, state: 'standing' });
    const asked = await post(slug, `uploads/${wrong.id}/undo`, { reason: REASON });
    expect([asked.statusCode, asked.json()]).toMatchObject([
      201,
      [{ upload: wrong.id, person: null, state: 'waiting', mine: true, removed: null }],
    ]);
    const [{ id: request }] = asked.json();
    expect(await electors(id)).toBe(2);
    expect(await refusal(post(slug, `uploads/${wrong.id}/undo`, { reason: REASON }, second))).toEqual([
      409,
      'roll.already-withdrawn',
    ]);
    expect(await refusal(post(slug, `withdrawals/${request}/confirm`, {}))).toEqual([
      403,
      'roll.another-officer-needed',
    ]);

    const confirmed = await post(slug, `withdrawals/${request}/confirm`, {}, second);
    expect(confirmed.json()).toMatchObject([{ state: 'confirmed', removed: 1, mine: false }]);
    expect(await electors(id)).toBe(1);
    expect((await list(slug, 'claims')).items).toEqual([]);
    expect((await list(slug, 'uploads'))[0]).toMatchObject({ id: wrong.id, state: 'undone' });
    expect(await list(slug, 'me', linked)).toMatchObject({
      onRoll: false,
      whyNot: 'claim-refused',
      claim: { reason: expect.stringContaining('was taken back') },
    });
    expect((await put(slug, [ADA])).json()).toMatchObject({ added: 1 });
    expect(await refusal(post(slug, `uploads/${wrong.id}/undo`, { reason: REASON }))).toEqual([
      409,
      'roll.already-withdrawn',
    ]);
  });

  it('takes back people of a file that an officer accepted one by one', async () => {
    const { slug, id } = await round();
    await put(slug, [LONDONER]);
    const [{ id: claim }] = (await list(slug, 'claims')).items;
    await post(slug, `claims/${claim}/decide`, { accept: true, reason: 'Looked right at first.' });
    expect(await electors(id)).toBe(1);
    const [{ id: file }] = await list(slug, 'uploads');
    const [{ id: request }] = (await post(slug, `uploads/${file}/undo`, { reason: REASON })).json();
    await post(slug, `withdrawals/${request}/confirm`, {}, second);
    expect(await electors(id)).toBe(0);
  });

  it('takes one person off, by two who both see who it is, and the next file does not bring them back unseen', async () => {
    const { slug, id } = await round();
    await put(slug, [ADA, BEN]);
    const ada = await find(slug, 'Ada King', '1980-02-29', '14');
    const wrongPerson = { ...ada, fullName: 'Zoe Nobody', dateOfBirth: '1950-01-01', house: '99' };
    expect(await refusal(post(slug, 'withdrawals', { ...wrongPerson, reason: REASON }))).toEqual([
      404,
      'roll.elector-unknown',
    ]);
    const reason = 'Moved to another council in May.';
    const [{ id: request }] = (await post(slug, 'withdrawals', { ...ada, reason })).json();
    const toConfirm = async (as: TestPerson) =>
      (await api.send('GET', `/rounds/${slug}/roll`, undefined, as.token)).json().toConfirm;
    expect([await toConfirm(officer), await toConfirm(second)]).toEqual([0, 1]);
    const seen = await list(slug, 'withdrawals', second);
    expect(seen).toMatchObject([
      { state: 'waiting', mine: false, person: { fullName: 'Ada King', house: '14', postcode: 'ST6 1AA' } },
    ]);
    expect(seen[0].person.why[0]).toContain('as good as certainly');
    const [kept] = await api.db.query('SELECT * FROM roll.withdrawal WHERE withdrawal = $1', [request]);
    expect(JSON.stringify(kept)).not.toContain('Ada');

    const done = await post(slug, `withdrawals/${request}/confirm`, {}, second);
    expect(done.json()).toMatchObject([{ state: 'confirmed', removed: 1, person: null }]);
    expect(await electors(id)).toBe(1);
    const [erased] = await api.db.query(
      'SELECT elector, sealed_details FROM roll.withdrawal WHERE withdrawal = $1',
      [request],
    );
    expect(erased).toEqual({ elector: null, sealed_details: null });

    expect((await put(slug, [ADA, BEN])).json()).toMatchObject({ added: 0, already: 1, toReview: 1 });
    expect((await list(slug, 'claims')).items).toMatchObject([{ fullName: 'Ada King', removedBefore: true }]);
  });

  it('writes who asked and who confirmed into the audit log, and nobody’s name', async () => {
    const { slug } = await round();
    await put(slug, [ADA]);
    const ada = await find(slug, 'Ada King', '1980-02-29', '14');
    const [{ id: request }] = (await post(slug, 'withdrawals', { ...ada, reason: 'Ada King moved.' })).json();
    await post(slug, `withdrawals/${request}/confirm`, {}, second);
    const events = await api.db.query<{ what: string; actor: string }[]>(
      `SELECT what, actor_id AS actor, facts FROM audit_events WHERE subject = $1 AND what LIKE 'roll.withdrawal%' ORDER BY pos`,
      [`round:${slug}`],
    );
    expect(events.map(({ what, actor }) => [what, actor])).toEqual([
      ['roll.withdrawal-asked', officer.id],
      ['roll.withdrawal-confirmed', second.id],
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Ada|King|ST6/);
  });

  it('can be dropped, and asked for again', async () => {
    const { slug, id } = await round();
    await put(slug, [ADA]);
    const ada = await find(slug, 'Ada King', '1980-02-29', '14');
    const [{ id: request }] = (await post(slug, 'withdrawals', { ...ada, reason: REASON })).json();
    const dropped = await post(slug, `withdrawals/${request}/drop`, {}, second);
    expect(dropped.json()).toMatchObject([{ state: 'dropped', person: null, removed: null }]);
    expect(await refusal(post(slug, `withdrawals/${request}/confirm`, {}, second))).toEqual([
      404,
      'roll.withdrawal-unknown',
    ]);
    expect(await electors(id)).toBe(1);
    expect((await post(slug, 'withdrawals', { ...ada, reason: REASON })).statusCode).toBe(201);
  });

  it('is for officers, well-formed requests and rolls that are not frozen; a freeze forgets what waits', async () => {
    const { slug, id } = await round();
    await put(slug, [ADA, BEN]);
    const [{ id: file }] = await list(slug, 'uploads');
    const ada = await find(slug, 'Ada King', '1980-02-29', '14');
    for (const [rest, body] of [
      [`uploads/${file}/undo`, { reason: REASON }],
      ['withdrawals', { ...ada, reason: REASON }],
    ] as const) {
      expect(await refusal(post(slug, rest, body, resident))).toEqual([403, 'identity.role-missing']);
      expect((await post(slug, rest, { ...body, reason: 'x' })).statusCode).toBe(400);
    }
    expect((await post(slug, 'uploads/x/undo', { reason: REASON })).statusCode).toBe(400);
    expect(await refusal(post(slug, `uploads/${id}/undo`, { reason: REASON }))).toEqual([
      404,
      'roll.upload-unknown',
    ]);
    const [{ id: request }] = (await post(slug, 'withdrawals', { ...ada, reason: REASON })).json();

    await passDays(api, slug, 10);
    expect(await refusal(post(slug, `withdrawals/${request}/confirm`, {}, second))).toEqual([
      409,
      'roll.frozen',
    ]);
    await api.app.get(Roll).freeze(id);
    const kept = await api.db.query(
      `SELECT dropped_at IS NOT NULL AS dropped, elector, sealed_details FROM roll.withdrawal WHERE election = $1`,
      [id],
    );
    expect(kept).toEqual([{ dropped: true, elector: null, sealed_details: null }]);
    expect(await api.db.query('SELECT 1 FROM roll.arrival WHERE election = $1', [id])).toEqual([]);
    expect(await refusal(post(slug, `uploads/${file}/undo`, { reason: REASON }))).toEqual([
      409,
      'roll.frozen',
    ]);
    expect(await electors(id)).toBe(2);
  });

  describe('the database', () => {
    it('takes nobody off for one person alone, nor without a request', async () => {
      const { slug, id } = await round();
      await put(slug, [ADA]);
      const ada = await find(slug, 'Ada King', '1980-02-29', '14');
      const [{ id: request }] = (await post(slug, 'withdrawals', { ...ada, reason: REASON })).json();
      const withdraw = (who: string | null) =>
        api.db.query('SELECT gone, finished FROM roll.withdraw($1, $2, $3, 10)', [request, who, 'told']);
      await expect(withdraw(officer.id)).rejects.toThrow('a second person');
      await expect(withdraw(null)).rejects.toThrow('a second person');
      await expect(
        api.db.query('UPDATE roll.withdrawal SET confirmed_by = asked_by WHERE withdrawal = $1', [request]),
      ).rejects.toThrow('check');
      expect(await electors(id)).toBe(1);
      expect(await withdraw(second.id)).toEqual([{ gone: 1, finished: true }]);
      expect(await withdraw(second.id)).toEqual([{ gone: null, finished: null }]);
    });

    it('takes a large file back in parts, and closes the request with the last', async () => {
      const { slug, id } = await round();
      await put(slug, [ADA, BEN, 'Cy Dale,1970-01-01,ST6 1AA,18,,']);
      const [{ id: file }] = await list(slug, 'uploads');
      const [{ id: request }] = (await post(slug, `uploads/${file}/undo`, { reason: REASON })).json();
      const part = () =>
        api.db.query('SELECT gone, finished FROM roll.withdraw($1, $2, $3, 2)', [request, second.id, 'told']);
      expect(await part()).toEqual([{ gone: 2, finished: false }]);
      expect(await part()).toEqual([{ gone: 3, finished: true }]);
      expect(await list(slug, 'withdrawals')).toMatchObject([{ state: 'confirmed', removed: 3 }]);
      expect(await electors(id)).toBe(0);
    });

    it('takes nobody off a frozen roll, also for two', async () => {
      const { slug, id } = await round();
      await put(slug, [ADA]);
      const ada = await find(slug, 'Ada King', '1980-02-29', '14');
      const [{ id: request }] = (await post(slug, 'withdrawals', { ...ada, reason: REASON })).json();
      await api.db.query('INSERT INTO roll.frozen (election, electors) VALUES ($1, 1)', [id]);
      await expect(
        api.db.query('SELECT roll.withdraw($1, $2, $3, 10)', [request, second.id, 'told']),
      ).rejects.toThrow('frozen');
    });
  });
});
