import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DELIVERY_ENDED, DELIVERY_SLIPPED, DELIVERY_TOLD } from '../src/delivery/index.js';
import { type EventKind, Outbox } from '../src/platform/events/index.js';
import { decidedRound } from './support/decided.js';
import { attach, phonePicture } from './support/files.js';
import { settled } from './support/outbox.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

const OWNER = { ownerBody: 'Parks team of the council', contactOffice: 'Parks office, Civic Centre' };
const REASON = 'The ground was frozen for three weeks.';
const SPEND = {
  kind: 'paid',
  amountPence: 20_000,
  spentOn: '2025-05-01',
  payee: 'Potteries Joinery Co-operative',
  whatFor: 'Six oak benches',
  local: true,
  social: true,
};
const END = {
  ending: 'delivered',
  outcome: 'Six benches stand along the canal and are used every day.',
  differentNow: 'People who tire easily can walk the whole way.',
  notDone: 'The seventh bench had no firm ground.',
};

describe('delivery', () => {
  let api: TestApp;
  let officer: TestPerson;
  let second: TestPerson;
  let stranger: TestPerson;
  let resident: TestPerson;
  let slug: string;
  let number: number;
  let other: number;
  let notFunded: number;
  const told: [string, object][] = [];
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke');
    await testPlace(api, 'elsewhere');
    await api.db.query(`UPDATE places SET code = 'E06000021' WHERE slug = 'stoke'`);
    officer = await signedIn(api, { roles: [['officer', 'stoke']] });
    second = await signedIn(api, { roles: [['officer', 'stoke']] });
    stranger = await signedIn(api, { roles: [['officer', 'elsewhere']] });
    resident = await signedIn(api);
    ({
      slug,
      funded: [number, other],
      notFunded,
    } = await decidedRound(api, officer, second));
    const listen = <Data extends object>(kind: EventKind<Data>): void =>
      api.app.get(Outbox).handle(kind, async (data) => void told.push([kind.name, data]));
    listen(DELIVERY_SLIPPED);
    listen(DELIVERY_TOLD);
    listen(DELIVERY_ENDED);
  });
  afterAll(() => api.close());

  const put = (path: string, body: object, as: TestPerson | undefined = officer) =>
    api.send('PUT', `/deliveries/${path}`, body, as?.token);
  const post = (path: string, body: object, as: TestPerson | undefined = officer) =>
    api.send('POST', `/deliveries/${path}`, body, as?.token);
  const page = async (n = number) => (await api.send('GET', `/deliveries/${n}`)).json();
  const refusal = (answer: { statusCode: number; json: () => { title: string } }) => [
    answer.statusCode,
    answer.json().title,
  ];
  const milestoneNamed = async (title: string): Promise<{ id: string }> =>
    (await page()).milestones.find((one: { title: string }) => one.title === title);
  const list = async (query = '') => (await api.send('GET', `/deliveries${query}`)).json();

  it('shows a funded project that nobody has taken on, and none that was not funded', async () => {
    expect(await page()).toMatchObject({ state: 'funded', ownerBody: null, milestones: [], end: null });
    for (const unknown of [notFunded, 999_999, 'x'])
      expect(refusal(await api.send('GET', `/deliveries/${unknown}`))).toEqual([404, 'proposal.unknown']);
    expect(refusal(await put(`${notFunded}/owner`, OWNER))).toEqual([404, 'proposal.unknown']);
    expect(refusal(await post(`${number}/updates`, { words: 'We have begun.' }))).toEqual([
      409,
      'delivery.not-begun',
    ]);
  });

  it('begins with who delivers it, and can name somebody else later', async () => {
    const begun = await put(`${number}/owner`, OWNER);
    expect([begun.statusCode, begun.json()]).toMatchObject([200, { state: 'in-delivery', ...OWNER }]);
    const change = { ...OWNER, ownerBody: 'Canal trust of the tests' };
    expect((await put(`${number}/owner`, change)).json().ownerBody).toBe('Canal trust of the tests');
    const { state, history } = (await api.send('GET', `/proposals/${number}`)).json();
    expect([state, history.at(-1).what]).toEqual([
      'in-delivery',
      'Parks team of the council took on the delivery',
    ]);
  });

  it.each([
    ['owner', 'PUT', { ownerBody: 'x' }],
    ['milestones', 'POST', { title: 'Ground broken', plannedOn: '2025-02-30' }],
    ['spend', 'POST', { ...SPEND, amountPence: 0 }],
    ['spend', 'POST', { ...SPEND, amountPence: 1.5 }],
    ['updates', 'POST', { words: '  short  ' }],
    ['end', 'POST', { ...END, outcome: 'Done.' }],
    ['milestones/00000000-0000-4000-8000-000000000000/forecast', 'POST', { forecastOn: 'soon' }],
    ['milestones/00000000-0000-4000-8000-000000000000/done', 'POST', {}],
    ['spend/00000000-0000-4000-8000-000000000000/corrections', 'POST', SPEND],
  ] as const)(
    '%s: malformed bodies are refused, and so is everybody but an officer of the place',
    async (path, method, body) => {
      const send = (as?: TestPerson, sent: object = body) =>
        api.send(method, `/deliveries/${number}/${path}`, sent, as?.token);
      expect(refusal(await send(officer))).toEqual([400, 'request.malformed']);
      expect((await send(undefined)).statusCode).toBe(401);
      const good =
        {
          owner: OWNER,
          milestones: { title: 'Ground broken', plannedOn: '2025-03-01' },
          spend: SPEND,
          updates: { words: 'The first bench is up.' },
          end: END,
        }[path as string] ??
        (path.endsWith('forecast')
          ? { forecastOn: '2025-03-01' }
          : path.endsWith('done')
            ? { doneOn: '2025-03-01' }
            : { ...SPEND, reason: 'It was typed wrongly.' });
      for (const somebody of [resident, stranger])
        expect(refusal(await send(somebody, good))).toEqual([403, 'identity.role-missing']);
    },
  );

  describe('milestones', () => {
    it('keep their planned day, and slip with a reason only, which is told', async () => {
      await post(`${number}/milestones`, { title: 'Ground broken', plannedOn: '2025-03-01' });
      const { id } = await milestoneNamed('Ground broken');
      const forecast = (body: object) => post(`${number}/milestones/${id}/forecast`, body);
      expect(refusal(await forecast({ forecastOn: '2025-04-01' }))).toEqual([422, 'delivery.reason-missing']);
      const slipped = await forecast({ forecastOn: '2025-04-01', reason: REASON });
      expect(slipped.json().milestones[0]).toMatchObject({
        plannedOn: '2025-03-01',
        forecastOn: '2025-04-01',
        overdue: true,
        slips: [{ from: '2025-03-01', to: '2025-04-01', reason: REASON }],
      });
      expect((await forecast({ forecastOn: '2025-03-20' })).json().milestones[0].slips).toHaveLength(1);
      await settled(api);
      expect(told).toEqual([['delivery.slipped', { number, milestoneId: id }]]);
    });

    it('are guarded by the database itself', async () => {
      const { id } = await milestoneNamed('Ground broken');
      const refused = (change: string) =>
        expect(api.db.query(`UPDATE milestones SET ${change} WHERE id = $1`, [id])).rejects.toThrow();
      await refused(`forecast_on = '2025-12-01'`);
      await refused(`forecast_on = '2025-12-01', slip_reason = 'short'`);
      await refused(`planned_on = '2025-12-01'`);
      await refused(`done_on = '2025-12-01'`);
    });

    it('are done on a day that has come, once; later than said before needs a reason too', async () => {
      const { id } = await milestoneNamed('Ground broken');
      const done = (body: object) => post(`${number}/milestones/${id}/done`, body);
      expect(refusal(await done({ doneOn: '2999-01-01' }))).toEqual([422, 'delivery.day-to-come']);
      expect(refusal(await done({ doneOn: '2025-06-01' }))).toEqual([422, 'delivery.reason-missing']);
      const finished = await done({ doneOn: '2025-06-01', reason: REASON });
      expect(finished.json().milestones[0]).toMatchObject({ doneOn: '2025-06-01', overdue: false });
      expect(refusal(await done({ doneOn: '2025-06-01' }))).toEqual([409, 'delivery.milestone-done']);
      const elsewhere = await post(`${number}/milestones/${crypto.randomUUID()}/done`, {
        doneOn: '2025-06-01',
      });
      expect(refusal(elsewhere)).toEqual([404, 'delivery.milestone-unknown']);
    });
  });

  describe('money', () => {
    it('is added up from entries, corrected by newer ones and never rewritten', async () => {
      await post(`${number}/spend`, { ...SPEND, kind: 'committed', amountPence: 25_000 });
      await post(`${number}/spend`, {
        ...SPEND,
        payee: 'Far Away Ltd',
        amountPence: 5_000,
        local: false,
        social: false,
      });
      await post(`${number}/spend`, { ...SPEND, amountPence: 200_000, overReason: REASON });
      const wrong = (await page()).spend.find((one: { amountPence: number }) => one.amountPence === 200_000);
      const correct = (body: object) => post(`${number}/spend/${wrong.id}/corrections`, body);
      const correction = { ...SPEND, amountPence: 20_000, reason: 'A nought too many was typed.' };
      expect((await correct(correction)).json().money).toMatchObject({
        committedPence: 25_000,
        paidPence: 25_000,
        localPence: 20_000,
        socialPence: 20_000,
        payments: 2,
        payees: 2,
      });
      expect(refusal(await correct(correction))).toEqual([409, 'delivery.spend-corrected']);
      expect((await page()).spend).toHaveLength(4);
      const none = await post(`${number}/spend/${crypto.randomUUID()}/corrections`, correction);
      expect(refusal(none)).toEqual([404, 'delivery.spend-unknown']);
      const early = await post(`${number}/spend`, { ...SPEND, spentOn: '2999-01-01' });
      expect(refusal(early)).toEqual([422, 'delivery.day-to-come']);
    });

    it('goes beyond what was decided only with a reason that everybody reads', async () => {
      const over = (body: object = {}) =>
        post(`${number}/spend`, { ...SPEND, amountPence: 2_500_000, ...body });
      for (const kind of ['paid', 'committed'])
        expect(refusal(await over({ kind }))).toEqual([422, 'delivery.over-budget']);
      expect((await over({ overReason: 'short' })).statusCode).toBe(400);
      const before = (await page()).money;
      const overReason = 'The ground was softer than the survey said.';
      const { money, spend } = (await over({ overReason })).json();
      expect(money.paidPence).toBe(before.paidPence + 2_500_000);
      const entered = spend.find((one: { overReason: string | null }) => one.overReason === overReason);
      const lower = { ...SPEND, amountPence: 0, reason: 'It was never paid after all.' };
      expect((await post(`${number}/spend/${entered.id}/corrections`, lower)).json().money).toEqual(before);
    });

    it('is guarded by the database itself', async () => {
      await expect(
        api.db.query(
          `INSERT INTO spend_entries (proposal_number, kind, amount_pence, spent_on, payee, what_for, local, social)
           VALUES ($1, 'paid', 2500000, '2025-05-01', 'Somebody', 'Anything', true, true)`,
          [number],
        ),
      ).rejects.toThrow(/needs its reason/);
      await expect(api.db.query('UPDATE spend_entries SET amount_pence = 1')).rejects.toThrow(/correction/);
      await expect(api.db.query('DELETE FROM spend_entries')).rejects.toThrow(/correction/);
    });
  });

  it('tells updates with photos', async () => {
    const words = 'The first bench is up. Four more follow in May.';
    const { updates } = (await post(`${number}/updates`, { words })).json();
    const fields = { ownerKind: 'delivery-update', ownerId: updates[0].id, alt: 'A new bench by the lock.' };
    expect((await attach(api, resident.token, fields, await phonePicture())).statusCode).toBe(403);
    expect((await attach(api, officer.token, fields, await phonePicture())).statusCode).toBe(201);
    const nowhere = { ...fields, ownerId: crypto.randomUUID() };
    expect(refusal(await attach(api, officer.token, nowhere, await phonePicture()))).toEqual([
      404,
      'proposal.unknown',
    ]);

    const [update] = (await page()).updates;
    expect(update).toMatchObject({
      words,
      attachments: [{ kind: 'image', alt: 'A new bench by the lock.' }],
    });
    const picture = await api.app.inject({ method: 'GET', url: update.attachments[0].url });
    expect([picture.statusCode, picture.headers['cache-control']]).toEqual([200, 'public, max-age=3600']);
    await settled(api);
    expect(told.at(-1)).toEqual(['delivery.told', { number, updateId: update.id }]);
  });

  it('lists what is under way, where, and what needs an eye', async () => {
    await post(`${number}/milestones`, { title: 'Opening', plannedOn: '2025-09-01' });
    const { items, money } = await list(`?round=${slug}`);
    expect(items.map((one: { number: number }) => one.number).toSorted()).toEqual([number, other].toSorted());
    expect(items.find((one: { number: number }) => one.number === number)).toMatchObject({
      slipped: true,
      overdue: true,
      quiet: false,
      next: { title: 'Opening', forecastOn: '2025-09-01' },
      milestonesDone: 1,
      milestones: 2,
      paidPence: 25_000,
    });
    expect(money).toMatchObject({ budgetPence: 70_000, paidPence: 25_000, localPence: 20_000, payees: 2 });
    expect((await list('?state=funded')).items).toHaveLength(1);
    expect((await list('?attention=true')).items).toHaveLength(2);
    expect((await list('?place=elsewhere')).items).toEqual([]);
    expect(refusal(await api.send('GET', '/deliveries?place=atlantis'))).toEqual([404, 'place.unknown']);
    expect(refusal(await api.send('GET', '/deliveries?state=draft'))).toEqual([400, 'request.malformed']);
  });

  it('marks as quiet what nobody has heard of for 60 days', async () => {
    await api.db.query(`UPDATE deliveries SET heard_at = heard_at - interval '61 days'`);
    const quiet = async () =>
      (await list('?attention=true')).items.filter((one: { quiet: boolean }) => one.quiet);
    expect(await quiet()).toHaveLength(1);
    await post(`${number}/updates`, { words: 'Still at it, the paint is drying.' });
    expect(await quiet()).toHaveLength(0);
  });

  it('sums a round up', async () => {
    expect((await api.send('GET', `/rounds/${slug}/delivery`)).json()).toMatchObject({
      projects: 2,
      states: [
        { value: 'funded', count: 1 },
        { value: 'in-delivery', count: 1 },
        { value: 'delivered', count: 0 },
        { value: 'stopped', count: 0 },
      ],
      slipped: 1,
      money: { budgetPence: 70_000, paidPence: 25_000, localPence: 20_000 },
    });
    expect(refusal(await api.send('GET', '/rounds/atlantis/delivery'))).toEqual([404, 'round.unknown']);
  });

  describe('the end', () => {
    it('needs every milestone done, and its words; the database insists', async () => {
      expect(refusal(await post(`${number}/end`, END))).toEqual([422, 'delivery.milestones-open']);
      const silently = api.db.query(`UPDATE proposals SET state = 'delivered' WHERE number = $1`, [number]);
      await expect(silently).rejects.toThrow(/outcome in words/);
      const half = api.db.query(
        `UPDATE deliveries SET ending = 'stopped', ended_at = now() WHERE proposal_number = $1`,
        [number],
      );
      await expect(half).rejects.toThrow(/ended_in_words/);
    });

    it('is public, told, and final', async () => {
      const { id } = await milestoneNamed('Opening');
      await post(`${number}/milestones/${id}/done`, { doneOn: '2025-08-20' });
      const ended = await post(`${number}/end`, END);
      expect([ended.statusCode, ended.json()]).toMatchObject([200, { state: 'delivered', end: END }]);
      await settled(api);
      expect(told.at(-1)).toEqual(['delivery.ended', { number }]);
      for (const answer of [
        await post(`${number}/updates`, { words: 'One more thing to say.' }),
        await put(`${number}/owner`, OWNER),
        await post(`${number}/end`, { ...END, ending: 'stopped' }),
      ])
        expect(refusal(answer)).toEqual([409, 'delivery.over']);
      const { history } = (await api.send('GET', `/proposals/${number}`)).json();
      expect(history.at(-1)).toMatchObject({ what: 'Delivered', reason: END.outcome });
    });

    it('may be that it was stopped, with milestones open', async () => {
      await put(`${other}/owner`, OWNER);
      await post(`${other}/milestones`, { title: 'Trees ordered', plannedOn: '2025-11-01' });
      const ended = await post(`${other}/end`, { ...END, ending: 'stopped' });
      expect(ended.json()).toMatchObject({ state: 'stopped', end: { ending: 'stopped' } });
    });
  });
});
