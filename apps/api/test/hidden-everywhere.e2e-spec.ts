import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SendMails } from '../src/notices/mails/send-mails.js';
import { describeApi } from '../src/openapi.js';
import { decidedRound } from './support/decided.js';
import { until } from './support/elections.js';
import { settled } from './support/outbox.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { accept, submitted } from './support/proposals.js';
import { passDays, testRound } from './support/rounds.js';
import { routesOf, sample } from './support/routes.js';
import { type TestApp, testApp } from './support/test-app.js';

/** In the title of everything that is hidden; a word that nothing else has. */
const CANARY = 'Quuxfinch';
/** In the title of what somebody under 18 wrote and nobody has read. */
const UNREAD = 'Zzyzwren';
const CHECKLIST = { harm: 'It names a neighbour.', context: 'A quarrel.', milder: 'Nothing would do.' };
const HIDE = { act: 'hide', rule: 'harassment', reason: 'It names a private person.', checklist: CHECKLIST };

/** Where the words stay, and why. */
const STAYS: Readonly<Record<string, string>> = {
  '/api/mailbox': 'Letters that have gone out, which the demo shows; what is sent later is asked below.',
};

describe('what a moderator has hidden', () => {
  let api: TestApp;
  let described: OpenAPIObject;
  let officer: TestPerson;
  let moderator: TestPerson;
  let reader: TestPerson;
  /** What may stand in the braces of an address. */
  const values: Record<string, string[]> = {};
  const hidden: number[] = [];
  let unread: number;
  let before: Map<string, string>;

  beforeAll(async () => {
    api = await testApp();
    described = describeApi(api.app);
    await testPlace(api, 'stoke');
    await testPlace(api, 'elsewhere');
    officer = await signedIn(api, { roles: [['officer', 'stoke']] });
    moderator = await signedIn(api, { roles: [['moderator', 'stoke']] });
    const second = await signedIn(api, { roles: [['officer', 'stoke']] });
    const [author, ...others] = await Promise.all([signedIn(api), signedIn(api), signedIn(api)]);
    [reader] = others as [TestPerson, TestPerson];

    const decided = await decidedRound(api, officer, second);
    await api.db.query(`UPDATE proposals SET title = $2 WHERE number = $1`, [
      decided.funded[0],
      `${CANARY} benches by the canal`,
    ]);
    await inDatabase(decided.funded[0], decided.notFunded);
    await deliver(decided.funded[0]);

    const ideas = await testRound(api, officer.token, 'stoke', 'ideas', { title: 'Ideas are open' });
    const idea = await submitted(api, author.token, ideas.slug, `${CANARY} lane needs a bench`);
    const into = await submitted(api, reader.token, ideas.slug, 'A bench in the lane');
    await must('POST', `/proposals/${idea}/comments`, { text: 'Yes, please.' }, reader);
    const merge = { into, reason: 'They are alike.' };
    const suggestion = await must('POST', `/proposals/${idea}/merge`, merge, officer);

    const voting = await testRound(api, officer.token, 'stoke', 'ideas', { title: 'Voting is open' });
    const onPaper = await submitted(api, author.token, voting.slug, `${CANARY} fields in flower`);
    await accept(api, officer.token, onPaper);
    await passDays(api, voting.slug, 20);
    await must('GET', `/rounds/${voting.slug}/ballot-paper`);

    const young = await signedIn(api, { dateOfBirth: '2012-05-05' });
    unread = await submitted(api, young.token, ideas.slug, `${UNREAD} skate park`);

    hidden.push(decided.funded[0], idea, onPaper);
    for (const number of hidden)
      await api.send('PUT', `/proposals/${number}/follow`, undefined, reader.token);
    await settled(api);
    const [{ count }] = await api.db.query<[{ count: string }]>('SELECT count_id AS count FROM decisions');
    Object.assign(values, {
      number: [...hidden, unread, decided.notFunded, into, 'D-1'].map(String),
      slug: [decided.slug, ideas.slug, voting.slug, 'stoke'],
      place: ['stoke'],
      round: [decided.slug, ideas.slug, voting.slug],
      id: [count, suggestion.id],
      code: ['2.2'],
      file: ['proposals', 'decisions', 'decided-projects', 'rounds'].flatMap((name) => [
        `${name}.csv`,
        `${name}.json`,
      ]),
      q: [CANARY, UNREAD],
      title: [`${CANARY} lane needs a bench`],
      roundSlug: [ideas.slug],
    });
    before = await showing(CANARY, reader);
    for (const number of hidden) await hide(number);
    await settled(api);
  }, 120_000);
  afterAll(() => api.close());

  async function must(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, as?: TestPerson) {
    const answer = await api.send(method, path, body, as?.token);
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
    return answer.json();
  }

  /** Makes an imported, decided round one of this council's own, whose sentences name another project. */
  async function inDatabase(funded: number, notFunded: number): Promise<void> {
    const sentence = `${CANARY} benches by the canal was funded, and only one of the two is possible.`;
    await api.db.query('ALTER TABLE rounds DROP CONSTRAINT timetable_unless_imported');
    await api.db.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(
        `UPDATE decision_items SET title = p.title FROM proposals p WHERE p.number = proposal_number`,
      );
      for (const statement of [
        'UPDATE decision_items SET reason = $2 WHERE proposal_number = $1',
        'UPDATE proposals SET outcome_sentence = $2 WHERE number = $1',
        'UPDATE proposal_events SET reason = $2 WHERE proposal_number = $1',
        'UPDATE count_projects SET sentences = ARRAY[$2] FROM proposals p WHERE p.number = $1',
      ])
        await manager.query(statement, [notFunded, sentence]);
      await manager.query(
        'UPDATE rounds SET imported_from = NULL WHERE id = (SELECT round_id FROM proposals WHERE number = $1)',
        [funded],
      );
    });
  }

  async function deliver(number: number): Promise<void> {
    const at = `/deliveries/${number}`;
    await must('PUT', `${at}/owner`, { ownerBody: 'Parks team', contactOffice: 'Civic Centre' }, officer);
    await must('POST', `${at}/updates`, { words: 'The wood has come.' }, officer);
  }

  async function hide(proposalNumber: number): Promise<void> {
    const { ticket } = await must('POST', '/moderation/reports', { proposalNumber, rule: 'harassment' });
    const { caseNumber } = await must('GET', `/moderation/tickets/${ticket}`);
    await must('POST', `/moderation/cases/${caseNumber}/decide`, HIDE, moderator);
  }

  /** Every address that only reads, with everything there is in its braces and its query. */
  function addresses(): { route: string; path: string }[] {
    return routesOf(described)
      .filter(({ method }) => method === 'GET')
      .flatMap(({ path: route, query }) => {
        const known = query.filter(({ name, required }) => required || name === 'q');
        const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
        const fill = (text: string, name: string, slot: string): string[] =>
          (values[name] ?? ['none']).map((value) => text.replace(slot, encodeURIComponent(value)));
        const asked = known.map(({ name }) => `${name}={${name}}`).join('&');
        const samples = Object.fromEntries(
          known.map(({ name, schema }) => [name, [String(sample(described, schema, name))]]),
        );
        let paths = [asked ? `${route}?${asked}` : route];
        for (const name of [...names, ...known.map((one) => one.name)]) {
          values[name] ??= samples[name] ?? ['none'];
          paths = paths.flatMap((path) => fill(path, name, `{${name}}`));
        }
        return paths.map((path) => ({ route, path: path.replace(/^\/api/, '') }));
      });
  }

  /** @returns the answers that show a word, by route */
  async function showing(word: string, as?: TestPerson): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const { route, path } of addresses()) {
      await api.db.query('DELETE FROM rate_limits');
      const { body } = await api.send('GET', path, undefined, as?.token);
      if (body.includes(word)) found.set(route, body);
    }
    return found;
  }

  const mustBeSilent = (found: Map<string, string>, word: string): void => {
    const paper = found.get('/api/rounds/{slug}/ballot-paper');
    if (paper) {
      // The fingerprint is of these very bytes; nothing else of the answer has the words.
      const { canonical, ...shown } = JSON.parse(paper) as { canonical: string };
      expect(canonical).toContain(word);
      expect(JSON.stringify(shown)).not.toContain(word);
    }
    found.delete('/api/rounds/{slug}/ballot-paper');
    expect([...found.keys()].filter((route) => !STAYS[route])).toEqual([]);
  };

  it('was to be read in many places, so that this test can fail', () => {
    expect([...before.keys()]).toEqual(
      expect.arrayContaining([
        '/api/proposals',
        '/api/proposals/{number}',
        '/api/proposals/similar',
        '/api/proposal-suggestions/{id}',
        '/api/decisions/{number}',
        '/api/deliveries',
        '/api/deliveries/{number}',
        '/api/rounds/{slug}/results',
        '/api/rounds/{slug}/ballot-paper',
        '/api/rounds/{slug}/you-said',
        '/api/places/{slug}/you-said',
        '/api/notices',
        '/api/open-data/{file}',
        '/api/open-data/360giving.json',
        '/api/open-data/news.rss',
      ]),
    );
  });

  it('is in no answer to a visitor, whatever the address', async () => {
    mustBeSilent(await showing(CANARY), CANARY);
  });

  it('is in no answer to a resident who followed and commented on it', async () => {
    mustBeSilent(await showing(CANARY, reader), CANARY);
  });

  it('is not in mails sent from then on', async () => {
    await api.db.query(`UPDATE notices SET at = at - interval '2 days'`);
    await api.app.get(SendMails).execute();
    const mails = await until<{ text: string; subject: string }[]>(
      api,
      `/mailbox?to=${encodeURIComponent(reader.email)}`,
      reader.token,
      (found) => found.length > 0,
    );
    expect(JSON.stringify(mails)).toContain('hidden by moderation');
    expect(JSON.stringify(mails)).not.toContain(CANARY);
  });

  it('leaves the fingerprint of a frozen ballot paper as it was', async () => {
    const slug = values['round']?.[2];
    const { canonical, sha256 } = await must('GET', `/rounds/${slug}/ballot-paper`);
    const bytes = new TextEncoder().encode(canonical);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    expect(digest).toBe(sha256);
  });

  it('comes back everywhere when an appeal is upheld', async () => {
    const [, idea] = hidden;
    await api.db.query(`UPDATE proposals SET shown = 'yes', hidden_reason = NULL WHERE number = $1`, [idea]);
    const found = await showing(CANARY);
    expect([...found.keys()]).toEqual(
      expect.arrayContaining(['/api/proposals', '/api/proposals/{number}', '/api/open-data/{file}']),
    );
  });

  describe('what somebody under 18 wrote and no moderator has read', () => {
    it.each(['anyone', 'a resident', 'an officer'] as const)('is in no answer to %s', async (who) => {
      const as = { anyone: undefined, 'a resident': reader, 'an officer': officer }[who];
      mustBeSilent(await showing(UNREAD, as), UNREAD);
    });

    it('is in no queue of the office, and cannot be assigned', async () => {
      const queue = await must('GET', '/reviews?tab=all', undefined, officer);
      expect(queue.items.map(({ number }: { number: number }) => number)).not.toContain(unread);
      const assigned = await api.send('POST', '/reviews/assign', { numbers: [unread] }, officer.token);
      expect(assigned.statusCode).toBe(404);
      expect((await api.send('GET', `/reviews/${unread}`, undefined, officer.token)).statusCode).toBe(404);
    });

    it('is in the queue once it has been read', async () => {
      const [{ number }] = await must('GET', '/moderation/cases', undefined, moderator);
      const keep = { act: 'keep', reason: 'It is within the rules.', checklist: CHECKLIST };
      await must('POST', `/moderation/cases/${number}/decide`, keep, moderator);
      const queue = await must('GET', '/reviews?tab=new', undefined, officer);
      expect(queue.items.map(({ number: one }: { number: number }) => one)).toContain(unread);
    });
  });
});
