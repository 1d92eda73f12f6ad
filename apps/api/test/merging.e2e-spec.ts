import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { Jobs } from '../src/platform/jobs/index.js';
import { SettleDueSuggestions } from '../src/proposals/merging/settle-due-suggestions.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { settled } from './support/outbox.js';
import { accept, submitted } from './support/proposals.js';
import { passDays, testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

const REASON = { reason: 'Both ask for seats in the same place.' };
const TEXT = {
  title: 'Seats along the whole canal',
  summary: 'Ten seats with backs along the towpath, for everybody.',
  body: 'What both of us wanted, in one text.',
};

describe('merging and splitting', () => {
  let api: TestApp;
  let officer: TestPerson;
  let ada: TestPerson;
  let ben: TestPerson;
  let neighbour: TestPerson;
  let round: { slug: string };
  let benches: number;
  let seats: number;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    await testPlace(api, 'elsewhere');
    officer = await signedIn(api, { roles: [['officer', 'city']] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    ada = await signedIn(api, { displayName: 'Test Ada' });
    ben = await signedIn(api, { displayName: 'Test Ben' });
    neighbour = await signedIn(api);
    round = await testRound(api, officer.token, 'city', 'ideas');
    benches = await submitted(api, ada.token, round.slug, 'Benches along the canal');
    seats = await submitted(api, ben.token, round.slug, 'Seats at the canal');
  });

  const get = async (path: string, as?: TestPerson) =>
    (await api.send('GET', path, undefined, as?.token)).json();
  const post = (path: string, as: TestPerson | undefined, body: object = {}) =>
    api.send('POST', path, body, as?.token);
  const put = (path: string, as: TestPerson) => api.send('PUT', path, undefined, as.token);
  const refusal = (answer: { statusCode: number; json: () => { title: string } }) => [
    answer.statusCode,
    answer.json().title,
  ];
  const merge = (as = officer, change: object = {}) =>
    post(`/proposals/${benches}/merge`, as, { into: seats, ...REASON, ...change });
  const suggested = async (as = officer, change: object = {}): Promise<string> => {
    const answer = await merge(as, change);
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json<{ id: string }>().id;
  };
  const answer = (id: string, as: TestPerson, agrees = true) =>
    post(`/proposal-suggestions/${id}/answer`, as, { agrees });
  const what = async (number: number): Promise<string[]> =>
    (await get(`/proposals/${number}`)).history.map((event: { what: string }) => event.what);
  const settle = () => api.app.get(SettleDueSuggestions, { strict: false }).execute();

  describe('a merge', () => {
    it('waits for every author, shows numbers and no names, and is listed for who has yet to answer', async () => {
      const id = await suggested();
      expect(await get(`/proposals/${benches}/suggestions`)).toMatchObject([
        { id, kind: 'merge', state: 'open', consent: { agreed: 0, of: 2, gone: 0 }, mine: null },
      ]);
      expect(await get('/proposal-suggestions/mine', ada)).toMatchObject([
        { id, mine: { asked: true, agrees: null } },
      ]);
      expect(await get('/proposal-suggestions/mine', neighbour)).toEqual([]);
      expect((await answer(id, ada)).json()).toMatchObject({ state: 'open', consent: { agreed: 1, of: 2 } });
      expect(await get('/proposal-suggestions/mine', ada)).toEqual([]);
      expect((await answer(id, ben)).json()).toMatchObject({ state: 'done' });
      expect(await get(`/proposals/${benches}`)).toMatchObject({ state: 'merged', mergedInto: seats });
      expect(await what(benches)).toContain(`Joined into proposal ${seats}`);
      expect(await what(seats)).toContain(`Proposal ${benches} was joined into this one`);
    });

    it('asks each author who has not answered by one mail, with the reason and where to answer', async () => {
      const id = await suggested(ada);
      await settled(api);
      const mails = async () =>
        api.db.query<{ recipient: string; body: string }[]>(
          `SELECT recipient, body FROM mailbox WHERE body LIKE '%' || $1 || '%'`,
          [`/proposals/suggestions/${id}`],
        );
      while ((await mails()).length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
      await api.app.get(Jobs).start({ name: 'proposals.consent-mails' }, { suggestion: id });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const [mail, ...others] = await mails();

      expect(others).toEqual([]);
      expect(mail?.recipient).toBe(ben.email);
      expect(mail?.body).toContain(
        `Another author suggests to join proposals ${benches} and ${seats} into one`,
      );
      expect(mail?.body).toContain(REASON.reason);
    });

    it('brings authors, supporters and followers together, each once', async () => {
      const both = await signedIn(api);
      await put(`/proposals/${benches}/support`, neighbour);
      await put(`/proposals/${benches}/support`, both);
      await put(`/proposals/${seats}/support`, both);
      await put(`/proposals/${seats}/support`, ada); // Ada becomes an author of it: then it does not count
      await put(`/proposals/${benches}/follow`, neighbour);
      await post(`/proposals/${benches}/comments`, neighbour, { text: 'I would use it.' });
      const id = await suggested(officer, { text: TEXT });
      expect(await get(`/proposal-suggestions/${id}`)).toMatchObject({ supportersTogether: 2, text: TEXT });
      await answer(id, ada);
      await answer(id, ben);
      expect(await get(`/proposals/${seats}`)).toMatchObject({
        ...TEXT,
        supports: 2,
        coAuthorLabels: ['Test Ada'],
      });
      expect((await get(`/proposals/${seats}`, neighbour)).mine).toMatchObject({
        supported: true,
        following: true,
      });
      expect(await get(`/proposals/${benches}/comments`)).toMatchObject([{ text: 'I would use it.' }]);
      expect((await get(`/proposals?round=${round.slug}`)).total).toBe(1);
      const told = await api.db.query<{ n: number }[]>(
        `SELECT 1 FROM audit_events WHERE what = 'proposal.merged' AND subject = $1`,
        [`proposal:${benches}`],
      );
      expect(told).toHaveLength(1);
    });

    it('ends with one no', async () => {
      const id = await suggested();
      expect((await answer(id, ben, false)).json()).toMatchObject({ state: 'declined' });
      expect(refusal(await answer(id, ada))).toEqual([409, 'suggestion.closed']);
      expect(await get(`/proposals/${benches}`)).toMatchObject({ state: 'submitted' });
      expect(await what(benches)).toContain('Not joined with the other');
      expect((await merge()).statusCode).toBe(201);
    });

    it('may be suggested by an author, who agrees by that', async () => {
      const id = await suggested(ada);
      expect(await get(`/proposal-suggestions/${id}`, ada)).toMatchObject({
        byRole: 'author',
        consent: { agreed: 1, of: 2 },
        mine: { suggested: true, agrees: true },
      });
      expect((await answer(id, ben)).json()).toMatchObject({ state: 'done' });
    });

    it('needs nobody asked where one person wrote both, and only when an officer does it', async () => {
      const twin = await submitted(api, ben.token, round.slug, 'Seats by the canal');
      const done = await post(`/proposals/${twin}/merge`, officer, { into: seats, ...REASON });
      expect(done.json()).toMatchObject({ state: 'done' });
      expect(await get(`/proposals/${twin}`)).toMatchObject({ mergedInto: seats });
    });

    it('waits fourteen days where the only author is gone', async () => {
      const id = await suggested();
      await answer(id, ada);
      await api.db.query('UPDATE proposals SET author_id = NULL WHERE number = $1', [seats]);
      await settle();
      expect(await get(`/proposal-suggestions/${id}`)).toMatchObject({ state: 'open', consent: { gone: 1 } });
      await api.db.query(`UPDATE proposal_suggestions SET at = at - interval '14 days' WHERE id = $1`, [id]);
      await settle();
      expect(await get(`/proposal-suggestions/${id}`)).toMatchObject({ state: 'done' });
    });

    it('lapses by silence, by the end of the review and when one goes another way', async () => {
      const silent = await suggested();
      await api.db.query('UPDATE proposal_suggestions SET answer_by = clock_timestamp() WHERE id = $1', [
        silent,
      ]);
      await settle();
      expect(await get(`/proposal-suggestions/${silent}`)).toMatchObject({
        state: 'lapsed',
        closedReason: 'Not every author answered in time.',
      });
      const other = await suggested();
      await post(`/proposals/${seats}/withdraw`, ben, { reason: 'Somebody else does it.' });
      await settle();
      expect(await get(`/proposal-suggestions/${other}`)).toMatchObject({ state: 'lapsed' });
    });

    it('is taken back by whoever suggested it or an officer', async () => {
      const id = await suggested(ada);
      expect(refusal(await post(`/proposal-suggestions/${id}/cancel`, ben, REASON))).toEqual([
        403,
        'identity.role-missing',
      ]);
      expect((await post(`/proposal-suggestions/${id}/cancel`, officer, REASON)).json()).toMatchObject({
        state: 'cancelled',
        closedReason: REASON.reason,
      });
    });
  });

  describe('undoing a merge', () => {
    const done = async () => {
      await put(`/proposals/${benches}/support`, neighbour);
      await put(`/proposals/${seats}/support`, ada);
      const id = await suggested(officer, { text: TEXT });
      await answer(id, ada);
      await answer(id, ben);
      return id;
    };

    it('gives back texts, authors and supporters, with the reason on both', async () => {
      const id = await done();
      const late = await signedIn(api);
      await put(`/proposals/${seats}/support`, late);
      const undone = await post(`/proposal-suggestions/${id}/undo`, officer, {
        reason: 'They meant other places.',
      });
      expect(undone.json()).toMatchObject({ state: 'undone' });
      expect(await get(`/proposals/${benches}`)).toMatchObject({
        state: 'submitted',
        mergedInto: null,
        supports: 1,
      });
      expect(await get(`/proposals/${seats}`)).toMatchObject({
        title: 'Seats at the canal',
        coAuthorLabels: [],
        supports: 2, // Ada's own, given back, and the late one
      });
      expect((await get(`/proposals/${seats}`, neighbour)).mine).toMatchObject({ supported: false });
      expect(await what(seats)).toContain(`Joining with proposal ${benches} was undone`);
      expect(refusal(await post(`/proposal-suggestions/${id}/undo`, officer, REASON))).toEqual([
        409,
        'suggestion.not-undoable',
      ]);
    });

    it('is for officers of the place, and over with the review', async () => {
      const id = await done();
      const stranger = await signedIn(api, { roles: [['officer', 'elsewhere']] });
      for (const who of [ada, stranger])
        expect(refusal(await post(`/proposal-suggestions/${id}/undo`, who, REASON))).toEqual([
          403,
          'identity.role-missing',
        ]);
      expect((await post(`/proposal-suggestions/${id}/undo`, officer, {})).statusCode).toBe(400);
      await passDays(api, round.slug, 20);
      expect(refusal(await post(`/proposal-suggestions/${id}/undo`, officer, REASON))).toEqual([
        409,
        'proposal.round-past-review',
      ]);
    });
  });

  describe('a split', () => {
    const parts = [
      { ...TEXT, estimatePence: 100_00 },
      { ...TEXT, title: 'Bins along the canal', estimatePence: 50_00 },
      { ...TEXT, title: 'Lamps along the canal', estimatePence: 70_00 },
    ];
    const split = (as: TestPerson, body: object = { parts, ...REASON }) =>
      post(`/proposals/${benches}/split`, as, body);

    it('keeps the number, the support and the first part, and makes new ones of the others', async () => {
      await put(`/proposals/${benches}/support`, neighbour);
      await put(`/proposals/${benches}/follow`, neighbour);
      const { id } = (await split(officer)).json();
      const closed = (await answer(id, ada)).json();
      expect(closed).toMatchObject({ state: 'done', partNumbers: [expect.any(Number), expect.any(Number)] });
      expect(await get(`/proposals/${benches}`)).toMatchObject({
        title: TEXT.title,
        estimatePence: 100_00,
        supports: 1,
        state: 'submitted',
      });
      const [second] = closed.partNumbers;
      expect(await get(`/proposals/${second}`, neighbour)).toMatchObject({
        title: 'Bins along the canal',
        authorLabel: 'Test Ada',
        supports: 0,
        state: 'submitted',
        mine: { following: true },
        history: [{ what: `Split from proposal ${benches}` }],
      });
      expect(await get(`/proposals/${second}/suggestions`)).toMatchObject([{ id }]);
      expect((await get(`/rounds/${round.slug}`)).projects).toBe(4);
    });

    it('refuses what is no split', async () => {
      expect((await split(officer, { parts: parts.slice(0, 1), ...REASON })).statusCode).toBe(400);
      expect((await split(officer, { parts: [{}, {}], ...REASON })).statusCode).toBe(400);
      expect((await split(officer, { parts })).statusCode).toBe(400);
      expect(refusal(await split(neighbour))).toEqual([403, 'identity.role-missing']);
    });
  });

  describe('what is refused', () => {
    it('says why', async () => {
      const other = await testRound(api, officer.token, 'city', 'ideas');
      const far = await submitted(api, ben.token, other.slug, 'A swing at the station');
      expect((await merge(officer, { into: 'two' })).statusCode).toBe(400);
      expect((await merge(officer, { reason: 'No' })).statusCode).toBe(400);
      expect((await merge(officer, { text: { title: 'Only a title' } })).statusCode).toBe(400);
      expect(
        (await api.send('POST', `/proposals/${benches}/merge`, { into: seats, ...REASON })).statusCode,
      ).toBe(401);
      expect(refusal(await merge(neighbour))).toEqual([403, 'identity.role-missing']);
      expect(refusal(await merge(officer, { into: benches }))).toEqual([422, 'suggestion.with-itself']);
      expect(refusal(await merge(officer, { into: far }))).toEqual([409, 'suggestion.other-round']);
      expect(refusal(await merge(officer, { into: 999_999 }))).toEqual([404, 'proposal.unknown']);
      const id = await suggested();
      expect(refusal(await merge())).toEqual([409, 'suggestion.already-open']);
      expect(refusal(await answer(id, neighbour))).toEqual([403, 'suggestion.not-asked']);
      expect((await post(`/proposal-suggestions/${id}/answer`, ada, { agrees: 'yes' })).statusCode).toBe(400);
      const none = '00000000-0000-4000-8000-000000000000';
      expect(refusal(await answer(none, ada))).toEqual([404, 'suggestion.unknown']);
      expect((await get(`/proposal-suggestions/${none}`)).title).toBe('suggestion.unknown');
    });

    it('comes too late once accepted, or once the review is over', async () => {
      await accept(api, officer.token, seats);
      expect(refusal(await merge())).toEqual([409, 'suggestion.not-joinable']);
      await passDays(api, round.slug, 20);
      expect(refusal(await merge())).toEqual([409, 'proposal.round-past-review']);
    });

    it('is left to an officer by young members, and to nobody where a moderator hides one', async () => {
      const young = await signedIn(api, { dateOfBirth: '2012-05-05' });
      const theirs = await submitted(api, young.token, round.slug, 'Benches at the canal');
      await api.db.query(`UPDATE proposals SET shown = 'yes' WHERE number = $1`, [theirs]);
      const body = { into: seats, ...REASON };
      expect(refusal(await post(`/proposals/${theirs}/merge`, young, body))).toEqual([
        403,
        'suggestion.ask-an-officer',
      ]);

      const id = await suggested();
      await api.db.query(
        `UPDATE proposals SET shown = 'hidden', hidden_reason = 'It names somebody.' WHERE number = $1`,
        [seats],
      );
      expect((await get(`/proposal-suggestions/${id}`, neighbour)).title).toBe('suggestion.unknown');
      expect(await get(`/proposals/${benches}/suggestions`)).toEqual([]);
      await settle();
      expect(await get(`/proposal-suggestions/${id}`, ben)).toMatchObject({ state: 'lapsed' });
      expect(refusal(await merge())).toEqual([409, 'suggestion.not-joinable']);
    });

    it('leaves two who suggest at the same moment with one suggestion', async () => {
      const answers = await Promise.all([merge(ada), merge(ben)]);
      expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    });

    it('is refused by the database, too', async () => {
      const add = (number: number, into: number) =>
        api.db.query(
          `INSERT INTO proposal_suggestions (kind, proposal_number, into_number, reason, by_role, answer_by)
           VALUES ('merge', $1, $2, 'A faulty program.', 'officer', clock_timestamp())`,
          [number, into],
        );
      const id = await suggested();
      await expect(add(seats, benches)).rejects.toThrow('proposals_under_suggestion_pkey');
      await post(`/proposal-suggestions/${id}/cancel`, officer, REASON);
      const other = await testRound(api, officer.token, 'city', 'ideas');
      const far = await submitted(api, ben.token, other.slug, 'A swing at the station');
      await expect(add(far, benches)).rejects.toThrow('different rounds');
      await passDays(api, round.slug, 20);
      await get(`/rounds/${round.slug}`);
      await expect(add(benches, seats)).rejects.toThrow('is frozen');
    });
  });
});
