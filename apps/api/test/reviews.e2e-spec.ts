import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { Outbox } from '../src/platform/events/index.js';
import { crawl } from './support/crawl.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { submitted } from './support/proposals.js';
import {
  accepted,
  ALL_CRITERIA,
  answered,
  costs,
  ifChanged,
  met,
  notMet,
  refused,
  type TestAnswer,
} from './support/reviews.js';
import { passDays, testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

const LAND = 'The land is a working farm and its owner will not sell.';
const APPEAL = 'The farmer has told us in writing that he would let the strip by the road.';

describe('reviews', () => {
  let api: TestApp;
  let officer: TestPerson;
  let second: TestPerson;
  let third: TestPerson;
  let stranger: TestPerson;
  let coordinator: TestPerson;
  let member: TestPerson;
  let outsider: TestPerson;
  let author: TestPerson;
  let round: { id: string; slug: string };
  let parks: string;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    await testPlace(api, 'north', { kind: 'ward', parent: 'city' });
    await testPlace(api, 'elsewhere');
    [officer, second, third] = (await Promise.all(
      [1, 2, 3].map(() => signedIn(api, { roles: [['officer', 'city']] })),
    )) as [TestPerson, TestPerson, TestPerson];
    stranger = await signedIn(api, { roles: [['officer', 'elsewhere']] });
    coordinator = await signedIn(api, { roles: [['reviewer', 'city']], displayName: 'Coordinator' });
    member = await signedIn(api, { roles: [['reviewer', 'city']], displayName: 'Member' });
    outsider = await signedIn(api, { roles: [['reviewer', 'city']], displayName: 'Outsider' });
    parks = (await post('/departments', { placeSlug: 'city', name: 'Parks' }, officer)).json().id;
    await put(`/departments/${parks}/members/${coordinator.id}`, { coordinator: true }, officer);
    await put(`/departments/${parks}/members/${member.id}`, { coordinator: false }, officer);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    author = await signedIn(api, { displayName: 'Test author' });
    round = await testRound(api, officer.token, 'city', 'ideas');
  });

  const send =
    (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE') => (path: string, body?: object, as?: TestPerson) =>
      api.send(method, path, body, as?.token);
  const [post, put, remove] = [send('POST'), send('PUT'), send('DELETE')];
  const get = async (path: string, as?: TestPerson) =>
    (await api.send('GET', path, undefined, as?.token)).json();
  const refusal = (answer: { statusCode: number; json: () => { title: string } }) => [
    answer.statusCode,
    answer.json().title,
  ];
  const proposed = (title?: string) => submitted(api, author.token, round.slug, title);
  const answer = (number: number, answers: readonly TestAnswer[], as = officer) =>
    put(`/reviews/${number}/answers`, { answers }, as);
  const confirm = (number: number, verdict: string, as = officer) =>
    post(`/reviews/${number}/verdict`, { verdict }, as);
  const sign = (number: number, as = second) => post(`/reviews/${number}/sign`, undefined, as);
  const settle = () => api.app.get(Outbox).drain();

  describe('departments', () => {
    it('are set up by officers and administrators, with members who review', async () => {
      const made = await post('/departments', { placeSlug: 'north', name: '  Highways ' }, officer);
      expect(made.statusCode).toBe(201);
      expect(made.json()).toMatchObject({ name: 'Highways', place: { slug: 'north' }, members: [] });
      const { id } = made.json();
      const taken = await post('/departments', { placeSlug: 'north', name: 'HIGHWAYS' }, officer);
      expect(refusal(taken)).toEqual([409, 'department.name-taken']);
      const path = `/departments/${id}`;
      expect((await api.send('PATCH', path, { name: 'Roads' }, officer.token)).json().name).toBe('Roads');

      expect(await get('/departments/reviewers?place=north', officer)).toContainEqual({
        id: member.id,
        name: 'Member',
      });
      const joined = await put(`${path}/members/${member.id}`, { coordinator: true }, officer);
      expect(joined.json().members).toEqual([{ id: member.id, name: 'Member', coordinator: true }]);
      const resident = await put(`${path}/members/${author.id}`, { coordinator: false }, officer);
      expect(refusal(resident)).toEqual([409, 'department.not-a-reviewer']);
      expect((await remove(`${path}/members/${member.id}`, undefined, officer)).statusCode).toBe(204);
      expect((await get('/departments', member)).map(({ name }: { name: string }) => name)).toEqual([
        'Parks',
        'Roads',
      ]);
    });

    it('are nobody else’s business', async () => {
      const body = { placeSlug: 'city', name: 'Housing' };
      expect((await post('/departments', body)).statusCode).toBe(401);
      for (const as of [author, stranger, member]) {
        expect(refusal(await post('/departments', body, as))).toEqual([403, 'identity.role-missing']);
        expect(refusal(await api.send('PATCH', `/departments/${parks}`, { name: 'Mine' }, as.token))).toEqual(
          [403, 'identity.role-missing'],
        );
      }
      expect(await get('/departments', author)).toEqual([]);
      expect((await post('/departments', { ...body, placeId: 'x' }, officer)).statusCode).toBe(400);
      expect((await post('/departments', { placeSlug: 'city', name: '  ' }, officer)).statusCode).toBe(400);
    });
  });

  describe('the plan of a round', () => {
    it('asks all seven until an officer says otherwise', async () => {
      const path = `/rounds/${round.slug}/review-plan`;
      const usual = await get(path, officer);
      expect(usual.criteria.map(({ criterion }: { criterion: string }) => criterion)).toEqual(ALL_CRITERIA);
      const criteria = [
        { criterion: 'land', used: true, departmentId: parks, days: 3 },
        { criterion: 'safety', used: false, departmentId: null, days: 10 },
      ];
      expect((await put(path, { criteria }, officer)).statusCode).toBe(200);
      const number = await proposed();
      await post('/reviews/assign', { numbers: [number] }, officer);
      const { answers } = await get(`/reviews/${number}`, officer);
      expect(answers).toHaveLength(6);
      expect(answers[1]).toMatchObject({ criterion: 'land', department: 'Parks', answer: null });

      const none = ALL_CRITERIA.map((criterion) => ({ criterion, used: false, departmentId: null, days: 1 }));
      expect(refusal(await put(path, { criteria: none }, officer))).toEqual([422, 'review.nothing-asked']);
      expect(refusal(await put(path, { criteria }, member))).toEqual([403, 'identity.role-missing']);
      expect((await put(path, { criteria: [{ criterion: 'mood' }] }, officer)).statusCode).toBe(400);
      const far = (await post('/departments', { placeSlug: 'elsewhere', name: 'Far' }, stranger)).json().id;
      const foreign = [{ criterion: 'land', used: true, departmentId: far, days: 3 }];
      expect(refusal(await put(path, { criteria: foreign }, officer))).toEqual([409, 'department.elsewhere']);
    });
  });

  describe('assigning', () => {
    it('takes many into review at once: all or none', async () => {
      const [one, two] = [await proposed('One bench'), await proposed('Two benches')] as const;
      const foreign = await submitted(
        api,
        author.token,
        (await testRound(api, stranger.token, 'elsewhere', 'ideas')).slug,
      );
      const mixed = await post('/reviews/assign', { numbers: [one, foreign] }, officer);
      expect(refusal(mixed)).toEqual([403, 'identity.role-missing']);
      expect((await get(`/proposals/${one}`)).state).toBe('submitted');

      const to = { numbers: [one, two], criteria: ['land'], departmentId: parks, dueOn: '2031-05-06' };
      expect((await post('/reviews/assign', { ...to, personId: member.id }, officer)).statusCode).toBe(204);
      for (const number of [one, two]) {
        const { answers } = await get(`/reviews/${number}`, officer);
        expect(answers[1]).toMatchObject({ department: 'Parks', person: 'Member', dueOn: '2031-05-06' });
        expect(answers[2]).toMatchObject({ department: null, person: null });
        expect((await get(`/proposals/${number}`)).history.at(-1)).toMatchObject({ what: 'Review began' });
      }
      const wrong = await post('/reviews/assign', { ...to, personId: outsider.id }, officer);
      expect(refusal(wrong)).toEqual([409, 'review.person-not-in-department']);
      expect(refusal(await post('/reviews/assign', { numbers: [one] }, member))).toEqual([
        403,
        'identity.role-missing',
      ]);
      expect(refusal(await post('/reviews/assign', { numbers: [99_999_999] }, officer))).toEqual([
        404,
        'proposal.unknown',
      ]);
      expect((await post('/reviews/assign', { numbers: [] }, officer)).statusCode).toBe(400);
      expect((await post('/reviews/assign', { ...to, dueOn: '2031-02-31' }, officer)).statusCode).toBe(400);
    });
  });

  describe('answering', () => {
    const assigned = async (criteria: readonly string[], personId?: string): Promise<number> => {
      const number = await proposed();
      const to = { numbers: [number], criteria, departmentId: parks, ...(personId && { personId }) };
      await post('/reviews/assign', to, officer);
      return number;
    };

    it('is for whom it was assigned to; a coordinator alone can finish the department’s part', async () => {
      const number = await assigned(['land', 'safety'], member.id);
      expect(refusal(await answer(number, [met('land')], outsider))).toEqual([404, 'review.unknown']);
      expect(refusal(await answer(number, [met('cost')], member))).toEqual([
        403,
        'review.criterion-not-yours',
      ]);
      expect((await answer(number, [met('land')], member)).statusCode).toBe(200);
      const done = await answer(number, [met('land'), met('safety')], coordinator);
      expect(done.json().answers.filter(({ finished }: { finished: boolean }) => finished)).toHaveLength(2);
      expect(refusal(await answer(number, [met('land')], author))).toEqual([403, 'identity.role-missing']);
      expect((await put(`/reviews/${number}/answers`, { answers: [met('land')] })).statusCode).toBe(401);
    });

    it('leaves to any member what is nobody’s in particular, and nothing once the role is gone', async () => {
      const number = await assigned(['land']);
      expect((await answer(number, [met('land')], member)).statusCode).toBe(200);
      const other = await signedIn(api, { roles: [['reviewer', 'city']] });
      await put(`/departments/${parks}/members/${other.id}`, { coordinator: true }, officer);
      expect((await answer(number, [met('land')], other)).statusCode).toBe(200);
      await api.db.query('UPDATE held_roles SET revoked_at = now() WHERE person_id = $1', [other.id]);
      expect(refusal(await answer(number, [met('land')], other))).toEqual([403, 'identity.role-missing']);
    });

    it('saves half a sentence, and finishes only what is whole', async () => {
      const number = await assigned(['land']);
      const half = { ...notMet('land', 'Fl'), finished: false, reasonCode: null };
      const saved = await answer(number, [half], member);
      expect(saved.json()).toMatchObject({ verdict: 'not-taken-forward', stage: 'answering' });
      expect(saved.json().answers[1]).toMatchObject({ answer: 'not-met', words: 'Fl', finished: false });
      const early = await answer(number, [{ ...half, finished: true }], member);
      expect(refusal(early)).toEqual([422, 'review.incomplete']);
      expect(early.json().errors).toMatchObject([{ field: 'land', code: 'review.missing-reason-code' }]);
      expect((await answer(number, [{ ...half, answer: 'maybe' }], member)).statusCode).toBe(400);
      await expect(
        api.db.query(`UPDATE review_answers SET finished_at = now() WHERE proposal_number = $1`, [number]),
      ).rejects.toThrow('finished_with_reason');
    });

    it('keeps costs with their range and the years of upkeep', async () => {
      const number = await assigned(['cost']);
      const range = {
        costLowPence: 40_000,
        costHighPence: 90_000,
        runningCostPence: 5_000,
        runningYears: 10,
      };
      const saved = await put(`/reviews/${number}/costs`, costs(60_000, range), member);
      expect(saved.json().costs).toEqual({ ...range, costPence: 60_000, wholeLifePence: 110_000 });
      for (const wrong of [
        costs(60_000, { costLowPence: 70_000, costHighPence: 90_000 }),
        costs(60_000, { costLowPence: 50_000 }),
        costs(60_000, { runningYears: 5 }),
      ]) {
        expect(refusal(await put(`/reviews/${number}/costs`, wrong, member))).toEqual([
          422,
          'review.costs-invalid',
        ]);
      }
      expect((await put(`/reviews/${number}/costs`, { costPence: -1 }, member)).statusCode).toBe(400);
      const land = await assigned(['land']);
      expect(refusal(await put(`/reviews/${land}/costs`, costs(1), member))).toEqual([
        403,
        'review.criterion-not-yours',
      ]);
    });

    it('never lets a note, or a reason that is still weighed, out of the office', async () => {
      const canary = 'canary-7f3a19';
      const number = await assigned(['land']);
      const noted = await post(`/reviews/${number}/notes`, { text: `Ask legal, ${canary}` }, member);
      expect(noted.json().notes).toMatchObject([{ by: 'Member', text: `Ask legal, ${canary}` }]);
      await answered(api, officer.token, number, [notMet('land', `Not ours: ${canary}`)]);
      await confirm(number, 'not-taken-forward');
      for (const reader of [author, outsider, await signedIn(api)]) {
        const answers = await crawl(api, reader.token, { number: String(number), slug: round.slug });
        for (const [route, body] of answers) expect([route, body.includes(canary)]).toEqual([route, false]);
      }
      const audited = await api.db.query('SELECT facts FROM audit_events');
      expect(JSON.stringify(audited)).not.toContain(canary);
      expect((await post(`/reviews/${number}/notes`, { text: ' ' }, member)).statusCode).toBe(400);
      expect(refusal(await post(`/reviews/${number}/notes`, { text: 'Mine' }, outsider))).toEqual([
        404,
        'review.unknown',
      ]);
    });
  });

  describe('a verdict', () => {
    it('accepts with a cost, and is looked at again with a reason', async () => {
      const number = await proposed();
      await accepted(api, officer.token, number, 75_000);
      expect(await get(`/proposals/${number}`)).toMatchObject({ state: 'accepted', costPence: 75_000 });
      expect(await get(`/proposals/${number}/letter`, author)).toMatchObject({ verdict: 'accepted' });
      const again = await post(`/reviews/${number}/reopen`, { reason: 'The price of steel rose.' }, officer);
      expect(again.json()).toMatchObject({ state: 'in-review', stage: 'answering' });
      expect((await get(`/proposals/${number}`)).history.at(-1)).toMatchObject({
        reason: 'The price of steel rose.',
      });
      expect(refusal(await post(`/reviews/${number}/reopen`, { reason: 'Once more.' }, officer))).toEqual([
        409,
        'proposal.cannot-move',
      ]);
    });

    it('follows from the answers and cannot be typed', async () => {
      const number = await proposed();
      await answered(api, officer.token, number);
      const priceless = await confirm(number, 'accepted');
      expect(refusal(priceless)).toEqual([422, 'review.incomplete']);
      expect(priceless.json().errors).toMatchObject([{ field: 'cost', code: 'review.missing-cost' }]);
      await put(`/reviews/${number}/costs`, costs(1_000_001), officer);
      expect(refusal(await confirm(number, 'accepted'))).toEqual([422, 'proposal.cost-over-budget']);
      expect(refusal(await confirm(number, 'not-taken-forward'))).toEqual([409, 'review.verdict-differs']);
      expect((await confirm(number, 'funded')).statusCode).toBe(400);
      expect(refusal(await confirm(number, 'accepted', member))).toEqual([403, 'identity.role-missing']);
      await expect(
        api.db.query(
          `INSERT INTO review_verdicts (proposal_number, verdict, letter, confirmed_by)
           VALUES ($1, 'not-taken-forward', '{}', $2)`,
          [number, officer.id],
        ),
      ).rejects.toThrow('does not follow');
    });

    it('sends changes back to the author, and reopens only what they were asked for', async () => {
      const number = await proposed();
      await answered(api, officer.token, number, [ifChanged('land'), ifChanged('safety', 'Add a handrail.')]);
      expect((await confirm(number, 'changes-asked')).json()).toMatchObject({ state: 'changes-asked' });
      expect(await get(`/proposals/${number}/review`)).toMatchObject({
        verdict: 'changes-asked',
        reasons: [
          { criterion: 'land', words: 'Move it to the north gate.' },
          { criterion: 'safety', words: 'Add a handrail.' },
        ],
        letter: false,
      });
      const { version } = await get(`/proposals/${number}`, author);
      await api.send('PATCH', `/proposals/${number}`, { version, body: 'At the north gate.' }, author.token);
      await post(`/proposals/${number}/submit`, undefined, author);
      await settle();
      const review = await get(`/reviews/${number}`, officer);
      expect(review).toMatchObject({ state: 'in-review', stage: 'answering' });
      expect(
        review.answers
          .filter(({ finished }: { finished: boolean }) => !finished)
          .map(({ criterion, answer, words }: TestAnswer) => [criterion, answer, words]),
      ).toEqual([
        ['land', null, ''],
        ['safety', null, ''],
      ]);
    });

    it('says no only with two signatures, and until then nobody hears of it', async () => {
      const number = await proposed();
      await answered(api, officer.token, number, [notMet('land', LAND)]);
      expect((await confirm(number, 'not-taken-forward')).json()).toMatchObject({
        stage: 'to-sign',
        may: { sign: false },
        confirmed: { pending: true, letter: { reasons: [{ words: LAND }] } },
      });
      expect(await get(`/proposals/${number}/review`, author)).toMatchObject({
        verdict: null,
        reasons: [],
        letter: false,
      });
      expect((await api.send('GET', `/proposals/${number}/letter`, undefined, author.token)).statusCode).toBe(
        404,
      );
      expect(await get(`/proposals/${number}`)).toMatchObject({ state: 'in-review' });
      expect(refusal(await sign(number, officer))).toEqual([409, 'review.same-officer']);
      expect(refusal(await sign(number, stranger))).toEqual([403, 'identity.role-missing']);
      expect(refusal(await answer(number, [met('land')]))).toEqual([409, 'review.not-at-this-stage']);
      for (const [sql, why] of [
        [
          `UPDATE review_verdicts SET signed_by = confirmed_by, signed_at = now() WHERE proposal_number = $1`,
          'signed_by_another',
        ],
        [`UPDATE review_verdicts SET letter = '{}' WHERE proposal_number = $1`, 'stays as it was'],
        [`UPDATE review_answers SET words = 'Other words' WHERE proposal_number = $1`, 'second signature'],
        [`UPDATE proposals SET state = 'not-taken-forward' WHERE number = $1`, 'two signatures'],
      ] as const) {
        await expect(api.db.query(sql, [number])).rejects.toThrow(why);
      }

      expect((await sign(number)).json()).toMatchObject({ state: 'not-taken-forward', stage: 'closed' });
      expect((await get(`/proposals/${number}`)).history.at(-1)).toMatchObject({
        what: 'Not taken forward',
        reason: `Land and buildings: ${LAND}`,
        by: 'Two officers',
      });
      expect(await get(`/proposals/${number}/letter`, author)).toMatchObject({
        verdict: 'not-taken-forward',
        reasons: [{ criterion: 'land', words: LAND }],
        good: expect.arrayContaining(['It can be made safely.']),
        appealUntil: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      });
      const neighbour = await signedIn(api);
      const letter = await api.send('GET', `/proposals/${number}/letter`, undefined, neighbour.token);
      expect(refusal(letter)).toEqual([404, 'review.no-letter']);
      expect(refusal(await sign(number))).toEqual([409, 'review.not-at-this-stage']);
    });

    it('can be sent back by the second officer, for a better reason', async () => {
      const number = await proposed();
      await answered(api, officer.token, number, [notMet('land', LAND)]);
      await confirm(number, 'not-taken-forward');
      const back = await post(`/reviews/${number}/send-back`, { reason: 'Ask the owner first.' }, second);
      expect(back.json()).toMatchObject({
        stage: 'to-decide',
        confirmed: { returnedWhy: 'Ask the owner first.' },
      });
      expect((await get(`/proposals/${number}`)).state).toBe('in-review');
      await answer(number, [met('land')]);
      await put(`/reviews/${number}/costs`, costs(5_000), officer);
      expect((await confirm(number, 'accepted')).json().state).toBe('accepted');
    });

    it('is not given by whoever made the proposal', async () => {
      const number = await submitted(api, officer.token, round.slug, 'My own idea');
      await answered(api, second.token, number, [notMet('land', LAND)]);
      expect(refusal(await confirm(number, 'not-taken-forward'))).toEqual([409, 'review.own-proposal']);
      await confirm(number, 'not-taken-forward', second);
      expect(refusal(await sign(number, officer))).toEqual([409, 'review.own-proposal']);
    });

    it('is over when the paper is settled: what is left can only be answered with a no', async () => {
      const number = await proposed();
      await answered(api, officer.token, number);
      await put(`/reviews/${number}/costs`, costs(5_000), officer);
      await passDays(api, round.slug, 20);
      expect(refusal(await confirm(number, 'accepted'))).toEqual([409, 'proposal.round-past-review']);
      await answer(number, [notMet('deliverability', 'The review ran out of time.')]);
      await confirm(number, 'not-taken-forward');
      expect((await sign(number)).json().state).toBe('not-taken-forward');
    });
  });

  describe('an appeal', () => {
    const appeal = (number: number, as = author, textPublic = false) =>
      post(`/proposals/${number}/appeal`, { text: APPEAL, textPublic }, as);
    const decide = (number: number, upheld: boolean, as: TestPerson) =>
      post(`/reviews/${number}/appeal`, { upheld, reason: 'The owner has agreed in writing.' }, as);

    it('goes once to somebody else, who sends it back into review', async () => {
      const number = await proposed();
      await refused(api, officer.token, second.token, number);
      expect(await get(`/proposals/${number}/review`, author)).toMatchObject({
        mayAppeal: true,
        letter: true,
      });
      expect(refusal(await appeal(number, third))).toEqual([403, 'proposal.not-yours']);
      expect((await appeal(number)).statusCode).toBe(201);
      expect(refusal(await appeal(number))).toEqual([409, 'appeal.used']);
      expect((await get(`/proposals/${number}`)).history.at(-1)).toMatchObject({
        what: 'The proposer appealed',
        reason: null,
      });
      expect((await get(`/proposals/${number}/review`)).appeal).toMatchObject({ text: null, upheld: null });
      expect((await get(`/reviews/${number}`, third)).appeal).toMatchObject({ text: APPEAL });

      for (const as of [officer, second]) {
        expect(refusal(await decide(number, true, as))).toEqual([409, 'review.same-officer']);
      }
      await expect(
        api.db.query(
          `UPDATE review_appeals SET decided_by = $2, decided_at = now(), upheld = true, reason = 'Because.'
           WHERE proposal_number = $1`,
          [number, second.id],
        ),
      ).rejects.toThrow('somebody else');
      expect((await decide(number, true, third)).json()).toMatchObject({
        state: 'in-review',
        stage: 'answering',
      });
      const { answers } = await get(`/reviews/${number}`, officer);
      expect(answers.filter(({ finished }: { finished: boolean }) => !finished)).toMatchObject([
        { criterion: 'land', answer: null },
      ]);
      expect(refusal(await decide(number, false, third))).toEqual([404, 'appeal.unknown']);

      await answer(number, [notMet('land', LAND)]);
      await confirm(number, 'not-taken-forward');
      await sign(number);
      expect(await get(`/proposals/${number}/review`, author)).toMatchObject({
        mayAppeal: false,
        appealUntil: null,
      });
    });

    it('may be public, and may be refused with a reason', async () => {
      const number = await proposed();
      await refused(api, officer.token, second.token, number);
      await appeal(number, author, true);
      await decide(number, false, third);
      const { history, state } = await get(`/proposals/${number}`);
      expect(state).toBe('not-taken-forward');
      expect(history.slice(-2)).toMatchObject([
        { what: 'The proposer appealed', reason: APPEAL },
        { what: 'The appeal was refused', reason: 'The owner has agreed in writing.' },
      ]);
    });

    it('is too late after its last day, and before there is a no', async () => {
      const open = await proposed();
      expect(refusal(await appeal(open))).toEqual([409, 'appeal.not-open']);
      const number = await proposed();
      await refused(api, officer.token, second.token, number);
      await api.db.query('ALTER TABLE review_verdicts DISABLE TRIGGER review_verdicts_kept');
      await api.db.query(
        'UPDATE review_verdicts SET appeal_until = local_today() - 1 WHERE proposal_number = $1',
        [number],
      );
      await api.db.query('ALTER TABLE review_verdicts ENABLE TRIGGER review_verdicts_kept');
      expect(refusal(await appeal(number))).toEqual([409, 'appeal.not-open']);
      expect(
        (await post(`/proposals/${number}/appeal`, { text: 'Why?', textPublic: true }, author)).statusCode,
      ).toBe(400);
    });

    it('that is upheld too late for the paper is told as that', async () => {
      const number = await proposed();
      await refused(api, officer.token, second.token, number);
      await appeal(number);
      await passDays(api, round.slug, 20);
      await decide(number, true, third);
      const { history, state } = await get(`/proposals/${number}`);
      expect(state).toBe('not-taken-forward');
      expect(history.at(-1).what).toBe('The appeal was upheld, too late for the ballot paper of this round');
    });
  });

  describe('the queue', () => {
    const queue = (query: string, as = officer) => get(`/reviews?round=${round.slug}&${query}`, as);
    const numbers = async (query: string, as?: TestPerson): Promise<number[]> =>
      (await queue(query, as)).items.map(({ number }: { number: number }) => number);

    it('says what is new, due, overdue, to decide, to sign and appealed', async () => {
      const [fresh, late, soon, ready, waiting, appealed] = [
        await proposed('A new one'),
        await proposed('A late one'),
        await proposed('A soon one'),
        await proposed('A ready one'),
        await proposed('A refused one'),
        await proposed('An appealed one'),
      ] as const;
      await post('/reviews/assign', { numbers: [late], dueOn: '2020-01-02', departmentId: parks }, officer);
      const today = (await api.db.query('SELECT local_today()::text AS today'))[0].today;
      await post('/reviews/assign', { numbers: [soon], criteria: ['land'], dueOn: today }, officer);
      await answered(api, officer.token, ready);
      await answered(api, officer.token, waiting, [notMet('land')]);
      await confirm(waiting, 'not-taken-forward');
      await refused(api, officer.token, second.token, appealed);
      await post(`/proposals/${appealed}/appeal`, { text: APPEAL, textPublic: false }, author);

      expect(await numbers('tab=new')).toEqual([fresh]);
      expect(await numbers('tab=overdue')).toEqual([late]);
      expect(await numbers('tab=due-this-week')).toEqual([soon]);
      expect(await numbers('tab=to-decide')).toEqual([ready]);
      expect(await numbers('tab=to-sign')).toEqual([waiting]);
      expect(await numbers('tab=appeals')).toEqual([appealed]);
      expect(await numbers('tab=mine', member)).toEqual([late]);
      expect(await numbers('tab=all', member)).toEqual([late]);
      expect(await numbers('tab=all')).toEqual([late, soon, fresh, ready, waiting, appealed]);
      const all = await queue('');
      expect(all.tabs).toContainEqual({ tab: 'overdue', count: 1 });
      expect(all.items[0]).toMatchObject({
        overdue: true,
        waitingFor: ['Parks'],
        unassigned: false,
        open: 7,
      });
      expect(await numbers('q=soon')).toEqual([soon]);
      expect(await numbers(`q=%23${ready}`)).toEqual([ready]);
      expect(await numbers('place=north')).toEqual([]);
      expect(await numbers('sort=title&tab=all')).toEqual([late, fresh, ready, waiting, soon, appealed]);
    });

    it('is paged by key, and a made-up key begins at the front', async () => {
      const made = [await proposed('Idea A'), await proposed('Idea B'), await proposed('Idea C')];
      for (const sort of ['due', 'oldest', 'title']) {
        const first = await queue(`sort=${sort}&limit=2`);
        expect(first.items).toHaveLength(2);
        const after = `sort=${sort}&limit=2&after=${encodeURIComponent(first.next)}`;
        expect(await numbers(after)).toEqual([made[2]]);
        expect((await queue(after)).next).toBeNull();
      }
      expect(await numbers('after=5~0000-01-01')).toEqual(made);
      expect(await numbers(`after=${encodeURIComponent("5~'; DROP TABLE reviews")}`)).toEqual(made);
      expect((await api.send('GET', '/reviews?after=x', undefined, officer.token)).statusCode).toBe(400);
    });

    it('shows nobody what is not theirs', async () => {
      const number = await proposed();
      expect((await api.send('GET', '/reviews')).statusCode).toBe(401);
      expect(await numbers('', author)).toEqual([]);
      expect(await numbers('', stranger)).toEqual([]);
      expect(await numbers('', outsider)).toEqual([]);
      expect(refusal(await api.send('GET', `/reviews/${number}`, undefined, stranger.token))).toEqual([
        403,
        'identity.role-missing',
      ]);
    });
  });
});
