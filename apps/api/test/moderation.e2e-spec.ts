import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { solve } from '@commonthread/proof-of-work';

import { Clock } from '../src/platform/clock/index.js';
import { Outbox } from '../src/platform/events/index.js';
import { forgetTries, mailsTo } from './support/accounts.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { attach, phonePicture } from './support/files.js';
import { completeText, submitted } from './support/proposals.js';
import { answered, ifChanged } from './support/reviews.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

const CHECKLIST = {
  harm: 'It names a neighbour.',
  context: 'A quarrel about parking.',
  milder: 'Nothing would do.',
};
const HIDE = {
  act: 'hide',
  rule: 'personal-details',
  reason: 'It names a private person.',
  checklist: CHECKLIST,
};
const KEEP = { act: 'keep', reason: 'It is sharp and within the rules.', checklist: CHECKLIST };

describe('moderation', () => {
  let api: TestApp;
  let officer: TestPerson;
  let moderator: TestPerson;
  let second: TestPerson;
  let auditor: TestPerson;
  let author: TestPerson;
  let round: { id: string; slug: string };
  let proposal: number;
  let comment: string;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    await testPlace(api, 'elsewhere');
    officer = await signedIn(api, { roles: [['officer', 'city']] });
    moderator = await signedIn(api, { roles: [['moderator', 'city']] });
    second = await signedIn(api, { roles: [['moderator', 'city']] });
    auditor = await signedIn(api, { roles: [['auditor', 'city']] });
    round = await testRound(api, officer.token, 'city', 'ideas');
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await forgetTries(api);
    author = await settled({ displayName: 'Test author' });
    proposal = await submitted(api, author.token, round.slug, 'Benches for Canary Lane');
    comment = (
      await post(`/proposals/${proposal}/comments`, { text: 'The canary at number 9 is a thief' }, author)
    ).json().id;
  });

  /** Somebody whose account is not new any more. */
  const settled = async (traits: Parameters<typeof signedIn>[1] = {}): Promise<TestPerson> => {
    const person = await signedIn(api, traits);
    return person;
  };
  const post = (path: string, body: object, as?: TestPerson) => api.send('POST', path, body, as?.token);
  const get = async (path: string, as?: TestPerson) => api.send('GET', path, undefined, as?.token);
  const report = (body: object = {}, as?: TestPerson) =>
    post(
      '/moderation/reports',
      { proposalNumber: proposal, commentId: comment, rule: 'personal-details', ...body },
      as,
    );
  /** The case of the newest report. */
  const reported = async (body: object = {}): Promise<number> => {
    const answer = await report(body);
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return (await get(`/moderation/tickets/${answer.json().ticket}`)).json().caseNumber;
  };
  const decide = (number: number, body: object = HIDE, as = moderator) =>
    post(`/moderation/cases/${number}/decide`, body, as);
  const comments = async (as?: TestPerson) => (await get(`/proposals/${proposal}/comments`, as)).json();
  const refusal = (answer: { statusCode: number; json: () => { title: string } }) => [
    answer.statusCode,
    answer.json().title,
  ];

  describe('reporting', () => {
    it('needs no account and gives a ticket that nothing else opens', async () => {
      const answer = await report({ words: 'It names my neighbour.' });
      expect(answer.statusCode).toBe(201);
      const { ticket } = answer.json();
      expect((await get(`/moderation/tickets/${ticket}`)).json()).toMatchObject({
        rule: 'personal-details',
        state: 'waiting',
        act: null,
      });
      expect(refusal(await get('/moderation/tickets/AAAA-BBBB-CCCC-DDDD-EEEE-FFFF'))).toEqual([
        404,
        'moderation.ticket-unknown',
      ]);
      const dump = JSON.stringify(await api.db.query('SELECT * FROM moderation_reports'));
      expect(dump).not.toContain(ticket);
    });

    it.each([
      [{ rule: 'not-a-rule' }, 400, 'request.malformed'],
      [{ contact: 'no address' }, 400, 'request.malformed'],
      [{ words: 'x'.repeat(2001) }, 400, 'request.malformed'],
      [{ commentId: '0a64ba5e-8be9-4f2e-8a53-7ef0f5f8f0aa' }, 404, 'moderation.post-unknown'],
      [{ proposalNumber: 99_999_999, commentId: undefined }, 404, 'moderation.post-unknown'],
    ])('refuses %j', async (body, status, code) => {
      expect(refusal(await report(body))).toEqual([status, code]);
    });

    it('takes one report of one thing from one account, and hides nothing by itself', async () => {
      const reader = await settled();
      expect((await report({}, reader)).statusCode).toBe(201);
      expect(refusal(await report({}, reader))).toEqual([409, 'moderation.already-reported']);
      for (let n = 0; n < 3; n++) await report();
      expect((await comments())[0].text).toContain('canary');
      const dump = JSON.stringify(await api.db.query('SELECT * FROM moderation_reports'));
      expect(dump).not.toContain(reader.id);
    });

    it('is slowed down from one connection', async () => {
      const answers = [];
      for (let n = 0; n < 21; n++) answers.push((await report({}, await settled())).statusCode);
      expect(answers.slice(0, 20)).toEqual(Array(20).fill(201));
      expect(answers[20]).toBe(429);
    });

    describe('with a sum in place of a CAPTCHA', () => {
      const challenge = async () =>
        (await get('/moderation/report-challenge')).json<{ challenge: string; bits: number }>();
      const solved = async () => {
        const { challenge: set, bits } = await challenge();
        return { challenge: set, counter: solve(set, bits) };
      };

      it('takes three reports an hour without it, and more with it', async () => {
        const bare = [];
        for (let n = 0; n < 4; n++) bare.push((await report()).statusCode);
        expect(bare).toEqual([201, 201, 201, 429]);
        expect((await report({ work: await solved() })).statusCode).toBe(201);
      });

      it('takes few without it from everywhere together', async () => {
        await api.db.query(
          `INSERT INTO rate_limits (key, points, expire)
           VALUES ('report-bare-all:everybody', 60, (extract(epoch FROM clock_timestamp()) * 1000)::bigint + 60000)`,
        );
        expect(refusal(await report())).toEqual([429, 'request.too-many']);
        expect((await report({ work: await solved() })).statusCode).toBe(201);
      });

      it('refuses one that was used', async () => {
        const work = await solved();
        expect((await report({ work })).statusCode).toBe(201);
        expect(refusal(await report({ work }))).toEqual([409, 'moderation.work-used']);
      });

      it('takes one that is sent fifty times at once a single time', async () => {
        const work = await solved();
        const answers = await Promise.all(Array.from({ length: 50 }, () => report({ work })));
        expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
      });

      it('refuses a wrong one', async () => {
        const { challenge: set, counter } = await solved();
        expect(refusal(await report({ work: { challenge: set, counter: counter - 1 } }))).toEqual([
          422,
          'moderation.work-not-done',
        ]);
      });

      it.each([
        ['made easier', (set: string) => set.replace(/^(\d+)\.\d+/, '$1.1')],
        ['made to last longer', (set: string) => set.replace(/^\d+/, '9999999999')],
        ['made up', () => '9999999999.1.bm9uY2U.bWFj'],
        ['without its parts', () => 'x'],
      ])('refuses one that was %s', async (_, forged) => {
        const set = forged((await challenge()).challenge);
        const work = { challenge: set, counter: solve(set, 1) };
        expect(refusal(await report({ work }))).toEqual([422, 'moderation.work-not-done']);
      });

      it('refuses one that has expired', async () => {
        const work = await solved();
        const clock = api.app.get(Clock);
        const now = clock.now.bind(clock);
        clock.now = async () => new Date((await now()).getTime() + 31 * 60_000);
        try {
          expect(refusal(await report({ work }))).toEqual([422, 'moderation.work-expired']);
        } finally {
          clock.now = now;
        }
      });

      it('gets harder while many reports come', async () => {
        expect((await challenge()).bits).toBe(16);
        await api.db.query(
          `INSERT INTO rate_limits (key, points, expire)
           VALUES ('report-pressure:everybody', 100, (extract(epoch FROM clock_timestamp()) * 1000)::bigint + 60000)`,
        );
        expect((await challenge()).bits).toBe(18);
      });
    });

    it('does not tell of a draft', async () => {
      const draft = (
        await post('/proposals', { roundSlug: round.slug, title: 'Not handed in' }, author)
      ).json().number;
      expect(refusal(await report({ proposalNumber: draft, commentId: undefined }))[0]).toBe(404);
    });
  });

  describe('deciding', () => {
    it('shows the queue to moderators and auditors of the place, and to nobody else', async () => {
      const number = await reported();
      for (const reader of [moderator, auditor]) {
        const queue = (await get('/moderation/cases', reader)).json<{ number: number }[]>();
        expect(queue.map((one) => one.number)).toContain(number);
        expect((await get(`/moderation/cases/${number}`, reader)).json()).toMatchObject({
          words: 'The canary at number 9 is a thief',
          authorLabel: 'Test author',
          told: [{ rule: 'personal-details' }],
        });
      }
      const stranger = await signedIn(api, { roles: [['moderator', 'elsewhere']] });
      for (const other of [author, officer, stranger]) {
        expect((await get('/moderation/cases', other)).json()).toEqual([]);
        expect(refusal(await get(`/moderation/cases/${number}`, other))).toEqual([
          403,
          'identity.role-missing',
        ]);
      }
      expect((await get('/moderation/cases')).statusCode).toBe(401);
    });

    it('hides the words with the reason in their place, and tells the author', async () => {
      const number = await reported();
      expect((await decide(number)).json()).toMatchObject({ state: 'decided', act: 'hide' });

      const [shown] = await comments();
      expect(shown).toMatchObject({
        text: '',
        moderation: { state: 'hidden', reason: 'It names a private person.' },
      });
      expect((await comments(author))[0].text).toContain('canary');
      expect((await get(`/proposals/${proposal}`)).json().comments).toBe(0);
      const mine = (await get('/moderation/mine', author)).json();
      expect(mine).toMatchObject([{ number, mayAppeal: true, rule: 'personal-details' }]);
      const [mail] = await mailsTo(api, author.email);
      expect(mail?.text).toContain('It names a private person.');
      expect(mail?.text).toContain('/moderation/mine');
      expect(mail?.text).not.toContain('canary');
    });

    it('hides a proposal from its page, lists, search and map', async () => {
      proposal = await submitted(api, author.token, round.slug, 'A kiosk in Parrot Street');
      const number = await reported({ commentId: undefined });
      await decide(number);
      const page = (await get(`/proposals/${proposal}`)).json();
      expect(page).toMatchObject({ summary: '', body: '', moderation: { state: 'hidden' } });
      expect(page.title).not.toContain('Parrot');
      for (const path of [
        `/proposals?q=parrot`,
        `/proposals?round=${round.slug}&pageSize=100`,
        '/proposals/map',
        '/open-data/proposals.csv',
      ]) {
        expect((await get(path)).body).not.toContain('Parrot Street');
      }
      expect((await get(`/proposals/${proposal}`, author)).json().title).toContain('Parrot Street');
    });

    it('keeps what is within the rules', async () => {
      const number = await reported();
      expect((await decide(number, KEEP)).json()).toMatchObject({ act: 'keep', rule: null });
      expect((await comments())[0]).toMatchObject({ moderation: null });
      expect((await get('/moderation/mine', author)).json()).toEqual([]);
    });

    it('answers whoever left an address, and forgets it', async () => {
      const contact = `reader-${proposal}@test.example`;
      const number = await reported({ contact });
      const stored = JSON.stringify(await api.db.query('SELECT * FROM moderation_reports'));
      expect(stored).not.toContain(contact);
      await decide(number);
      const [mail] = await mailsTo(api, contact);
      expect(mail?.text).toContain('It names a private person.');
      for (let tries = 0; tries < 50; tries++) {
        const left = await api.db.query(
          `SELECT 1 FROM moderation_reports r JOIN moderation_cases c ON c.id = r.case_id
           WHERE c.number = $1 AND contact_sealed IS NOT NULL`,
          [number],
        );
        if (left.length === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('the address is still there');
    });

    it('refuses what is malformed, decided already, without a rule, or not theirs to decide', async () => {
      const number = await reported();
      expect(refusal(await decide(number, { act: 'hide' }))).toEqual([400, 'request.malformed']);
      expect(refusal(await decide(number, { ...HIDE, rule: undefined }))).toEqual([
        422,
        'moderation.rule-missing',
      ]);
      for (const other of [officer, auditor, author]) {
        expect(refusal(await decide(number, HIDE, other))).toEqual([403, 'identity.role-missing']);
      }
      expect(refusal(await decide(99_999_999))).toEqual([404, 'moderation.case-unknown']);
      await decide(number);
      expect(refusal(await decide(number))).toEqual([409, 'moderation.not-waiting']);
    });

    it('lets nobody decide about their own words', async () => {
      const both = await signedIn(api, { roles: [['moderator', 'city']] });
      await api.db.query('UPDATE proposal_comments SET author_id = $2 WHERE id = $1', [comment, both.id]);
      const number = await reported();
      expect(refusal(await decide(number, HIDE, both))).toEqual([403, 'moderation.own-post']);
    });

    it('is on the public log without the words, the people and the cases still open', async () => {
      const open = await reported({ commentId: undefined });
      const number = await reported();
      await decide(number);
      const log = await get('/moderation/log');
      expect(log.json().items[0]).toMatchObject({ number, act: 'hide', kind: 'comment', appeal: 'none' });
      expect(log.json().items.map((line: { number: number }) => line.number)).not.toContain(open);
      const table = await get('/moderation/log.csv?act=hide');
      for (const { body } of [log, table]) {
        for (const hidden of ['canary', 'Canary', 'Test author', author.id, moderator.id]) {
          expect(body).not.toContain(hidden);
        }
      }
      expect(table.body.split('\r\n')[1]).toContain('It names a private person.');
      expect((await get('/moderation/log?act=burn')).statusCode).toBe(400);
    });
  });

  describe('appealing', () => {
    const appeal = (number: number, as = author) =>
      post(`/moderation/mine/${number}/appeal`, { words: 'Number 9 is my own house.' }, as);
    const answer = (number: number, upheld: boolean, as = second) =>
      post(`/moderation/cases/${number}/answer-appeal`, { upheld, reason: 'The author is right there.' }, as);

    it('goes once, to another moderator, and shows the words again when upheld', async () => {
      const number = await reported();
      expect(refusal(await appeal(number))).toEqual([404, 'moderation.case-unknown']);
      await decide(number);
      expect(refusal(await appeal(number, second))).toEqual([404, 'moderation.case-unknown']);
      expect((await post(`/moderation/mine/${number}/appeal`, { words: 'no' }, author)).statusCode).toBe(400);
      expect((await appeal(number)).statusCode).toBe(204);
      expect(refusal(await appeal(number))).toEqual([409, 'moderation.no-appeal']);

      expect(refusal(await answer(number, true, moderator))).toEqual([403, 'moderation.appeal-to-another']);
      expect((await answer(number, true)).json()).toMatchObject({ state: 'closed', appealUpheld: true });
      expect((await comments())[0]).toMatchObject({ moderation: null });
      expect((await comments())[0].text).toContain('canary');
      expect((await mailsTo(api, author.email, 2)).at(-1)?.text).toContain('is shown again');
      expect(refusal(await answer(number, false))).toEqual([409, 'moderation.not-waiting']);
      expect(refusal(await appeal(number))).toEqual([409, 'moderation.no-appeal']);
    });

    it('stays hidden when dismissed', async () => {
      const number = await reported();
      await decide(number);
      await appeal(number);
      await answer(number, false);
      expect((await comments())[0].text).toBe('');
      expect((await get('/moderation/log')).json().items[0]).toMatchObject({ number, appeal: 'dismissed' });
    });

    it('is kept by the database too: not to oneself, not twice, no decision changed', async () => {
      const number = await reported();
      await decide(number);
      await appeal(number);
      const set = (what: string) =>
        api.db.query(`UPDATE moderation_cases SET ${what} WHERE number = $1`, [number]);
      await expect(
        set(`state = 'closed', appeal_upheld = true, appeal_reason = 'long enough', appeal_decided_at = now(),
             appeal_decided_by = decided_by`),
      ).rejects.toThrow('appeal_by_another');
      await expect(set('appealed_at = clock_timestamp()')).rejects.toThrow('one appeal');
      await expect(set(`reason = 'another reason altogether'`)).rejects.toThrow('never changes');
      await expect(api.db.query('DELETE FROM moderation_cases')).rejects.toThrow('append-only');
    });
  });

  it('asks for other words, and reads them before they are public', async () => {
    const number = await reported();
    await decide(number, { ...HIDE, act: 'ask-change' });
    const change = (as = author) =>
      post(`/moderation/mine/${number}/change`, { words: 'Parking is a trouble here' }, as);
    expect(refusal(await change(second))).toEqual([404, 'moderation.case-unknown']);
    expect((await change()).statusCode).toBe(204);
    expect(await comments()).toEqual([]);
    expect(refusal(await change())).toEqual([409, 'moderation.no-change-asked']);
    const [waiting] = (await get('/moderation/cases', moderator))
      .json<{ number: number; proposalNumber: number; origin: string }[]>()
      .filter((one) => one.proposalNumber === proposal);
    expect(waiting?.origin).toBe('new-post');
    await decide(waiting!.number, KEEP);
    expect(await comments()).toMatchObject([{ text: 'Parking is a trouble here', moderation: null }]);
  });

  describe('a young member', () => {
    it('is read by a moderator before anybody else', async () => {
      const young = await settled({ dateOfBirth: '2012-05-05' });
      const said = await post(`/proposals/${proposal}/comments`, { text: 'A slide too, please' }, young);
      expect(said.json()).toMatchObject({ moderation: { state: 'waiting' } });
      const own = await submitted(api, young.token, round.slug, 'A slide by the pond');
      expect(await comments()).toHaveLength(1);
      expect(await comments(young)).toHaveLength(2);
      expect((await get(`/proposals/${own}`)).statusCode).toBe(404);
      expect((await get(`/proposals/${own}`, officer)).statusCode).toBe(404);
      expect((await get(`/proposals?q=slide`)).json().total).toBe(0);
      expect((await get(`/proposals/${own}`, young)).json().moderation).toEqual({
        state: 'waiting',
        reason: null,
      });

      await api.app.get(Outbox).drain();
      const queue = (await get('/moderation/cases', moderator))
        .json<{ number: number; origin: string; title: string; proposalNumber: number }[]>()
        .filter(({ origin }) => origin === 'new-post');
      for (const { number } of queue) await decide(number, KEEP);
      expect(await comments()).toMatchObject([{}, { authorLabel: 'Young member', moderation: null }]);
      expect((await get(`/proposals/${own}`)).json().title).toBe('A slide by the pond');
      expect((await get('/moderation/log')).body).not.toContain('new-post');
    });
  });

  describe('a young member who was asked for changes', () => {
    it('writes them unseen by others, until a moderator has read them', async () => {
      const young = await signedIn(api, { dateOfBirth: '2012-05-05' });
      const own = await submitted(api, young.token, round.slug, 'A slide by the pond');
      await api.db.query(`UPDATE proposals SET shown = 'yes' WHERE number = $1`, [own]);
      await answered(api, officer.token, own, [ifChanged('land')]);
      const asked = await post(`/reviews/${own}/verdict`, { verdict: 'changes-asked' }, officer);
      expect(asked.statusCode).toBe(200);
      expect((await get(`/proposals/${own}`)).statusCode).toBe(200);

      const { version } = (await get(`/proposals/${own}`, young)).json();
      const changed = { version, summary: 'Meet me at the pond at eight, it says.' };
      expect((await api.send('PATCH', `/proposals/${own}`, changed, young.token)).statusCode).toBe(200);
      expect(refusal(await get(`/proposals/${own}`))).toEqual([404, 'proposal.unknown']);
      expect((await get(`/proposals/${own}`, young)).json()).toMatchObject({
        moderation: { state: 'waiting' },
      });
    });
  });

  describe('a new account', () => {
    it('posts no links for three days', async () => {
      const newcomer = await signedIn(api, { newcomer: true });
      const say = (text: string) => post(`/proposals/${proposal}/comments`, { text }, newcomer);
      for (const text of ['see https://shop.example/x', 'www.cheap.example', 'go to pills.shop now']) {
        expect(refusal(await say(text))).toEqual([422, 'proposal.link-by-newcomer']);
      }
      expect((await say('I would sit there. Good idea.')).statusCode).toBe(201);
      const started = await post(
        '/proposals',
        { roundSlug: round.slug, title: 'Buy at pills.shop' },
        newcomer,
      );
      const number = started.json().number;
      await api.send(
        'PATCH',
        `/proposals/${number}`,
        { version: 1, summary: 'A summary that is long enough', body: 'Words', estimatePence: 100 },
        newcomer.token,
      );
      const sent = await post(`/proposals/${number}/submit`, {}, newcomer);
      expect(sent.json()).toMatchObject({ title: 'proposal.link-by-newcomer', errors: [{ field: 'title' }] });
    });

    it('posts no link in the words for a picture either', async () => {
      const newcomer = await signedIn(api, { newcomer: true });
      const started = await post('/proposals', { roundSlug: round.slug, title: 'A bench here' }, newcomer);
      const number = String(started.json().number);
      const fields = { ownerKind: 'proposal', ownerId: number, alt: 'Buy at pills.shop' };
      await attach(api, newcomer.token, fields, await phonePicture(20, 20));
      const text = { version: 1, ...completeText };
      await api.send('PATCH', `/proposals/${number}`, text, newcomer.token);
      const sent = await post(`/proposals/${number}/submit`, {}, newcomer);
      expect(sent.json()).toMatchObject({ title: 'proposal.link-by-newcomer', errors: [{ field: 'alt' }] });
    });

    it('posts ten times a day', async () => {
      const newcomer = await signedIn(api, { newcomer: true });
      const answers = [];
      for (let n = 0; n < 10; n++) {
        const { statusCode } = await post(`/proposals/${proposal}/comments`, { text: `Word ${n}` }, newcomer);
        answers.push(statusCode);
      }
      expect(answers).toEqual(Array(10).fill(201));
      await api.db.query(`DELETE FROM rate_limits WHERE key LIKE 'proposal-comment%'`);
      expect((await post(`/proposals/${proposal}/comments`, { text: 'One more' }, newcomer)).statusCode).toBe(
        429,
      );
    });
  });
});
