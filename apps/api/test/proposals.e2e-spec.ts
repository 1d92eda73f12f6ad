import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { BallotProjects, RecordOutcomes, RegisterImportedProposals } from '../src/proposals/index.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { accept, completeText, submitted } from './support/proposals.js';
import { answered, costs, ifChanged } from './support/reviews.js';
import { passDays, testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

const COUNT_ID = '0a64ba5e-8be9-4f2e-8a53-7ef0f5f8f0aa';

describe('proposals', () => {
  let api: TestApp;
  let officer: TestPerson;
  let author: TestPerson;
  let neighbour: TestPerson;
  let round: { id: string; slug: string };
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    await testPlace(api, 'north', { kind: 'ward', parent: 'city' });
    await testPlace(api, 'south', { kind: 'ward', parent: 'city' });
    await testPlace(api, 'elsewhere');
    officer = await signedIn(api, { roles: [['officer', 'city']] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    author = await signedIn(api, { displayName: 'Test author' });
    neighbour = await signedIn(api, { displayName: 'Test neighbour' });
    round = await testRound(api, officer.token, 'city', 'ideas');
  });

  const get = async (path: string, as?: TestPerson) =>
    (await api.send('GET', path, undefined, as?.token)).json();
  const post = (path: string, body: object | undefined, as?: TestPerson) =>
    api.send('POST', path, body, as?.token);
  const patch = (number: number, body: object, as?: TestPerson) =>
    api.send('PATCH', `/proposals/${number}`, body, as?.token);
  const start = async (title = 'A bench by the pond') =>
    (await post('/proposals', { roundSlug: round.slug, title }, author)).json<{ number: number }>().number;
  const begin = (number: number) => post('/reviews/assign', { numbers: [number] }, officer);
  const refusal = (answer: { statusCode: number; json: () => { title: string } }) => [
    answer.statusCode,
    answer.json().title,
  ];

  describe('writing', () => {
    it('starts a draft that only its author sees', async () => {
      const answer = await post(
        '/proposals',
        { roundSlug: round.slug, title: 'A bench by the pond' },
        author,
      );
      expect(answer.statusCode).toBe(201);
      const { number } = answer.json();
      expect(answer.json()).toMatchObject({
        state: 'draft',
        version: 1,
        place: { slug: 'city' },
        round: { slug: round.slug },
        authorLabel: 'Test author',
        submittedAt: null,
        mine: { author: true, supported: false, following: false },
      });
      for (const reader of [undefined, neighbour, officer]) {
        expect((await get(`/proposals/${number}`, reader)).title).toBe('proposal.unknown');
        expect((await get(`/proposals?round=${round.slug}&state=draft`, reader)).total).toBe(0);
      }
      expect(await get('/proposals?mine=authored', author)).toMatchObject({
        total: 1,
        items: [{ number }],
        states: [{ value: 'draft', count: 1 }],
      });
    });

    it('saves as somebody types, and refuses a save on an older version', async () => {
      const number = await start();
      const saved = await patch(number, { version: 1, summary: 'Half a sent', placeSlug: 'north' }, author);
      expect(saved.json()).toMatchObject({ version: 2, summary: 'Half a sent', place: { slug: 'north' } });
      const more = { version: 2, ...completeText, latitude: 53.02, longitude: -2.18 };
      expect((await patch(number, more, author)).json()).toMatchObject({ version: 3, latitude: 53.02 });

      const late = await patch(number, { version: 2, title: 'From another tab' }, author);
      expect(refusal(late)).toEqual([409, 'proposal.changed-elsewhere']);
      expect(late.json().version).toBe(3);
      const cleared = { version: 3, category: null, latitude: null, longitude: null };
      expect((await patch(number, cleared, author)).json()).toMatchObject({
        category: null,
        latitude: null,
        summary: completeText.summary,
      });
    });

    it('lets one of two saves at the same moment through', async () => {
      const number = await start();
      const saves = await Promise.all(
        ['One title', 'Two titles'].map((title) => patch(number, { version: 1, title }, author)),
      );
      expect(saves.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    });

    it.each([
      [{ version: 1, place: 'north' }, 400, 'request.malformed'],
      [{ title: 'No version' }, 400, 'request.malformed'],
      [{ version: 1, title: null }, 400, 'request.malformed'],
      [{ version: 1, estimatePence: 1.5 }, 400, 'request.malformed'],
      [{ version: 1, latitude: 91, longitude: 0 }, 400, 'request.malformed'],
      [{ version: 1, latitude: 53 }, 422, 'proposal.location-half'],
      [{ version: 1, placeSlug: 'elsewhere' }, 422, 'proposal.place-outside'],
      [{ version: 1, placeSlug: 'atlantis' }, 404, 'place.unknown'],
    ])('refuses %j', async (body, status, code) => {
      expect(refusal(await patch(await start(), body, author))).toEqual([status, code]);
    });

    it.each([
      ['London', 51.5, -0.12, 'proposal.location-outside'],
      ['Berlin', 52.52, 13.4, 'proposal.location-outside'],
      ['0/0', 0, 0, 'proposal.location-outside'],
      ['the two numbers swapped', -2.18, 53.02, 'proposal.location-swapped'],
    ])('refuses a point outside the place of the round: %s', async (_, latitude, longitude, code) => {
      const corners = [
        [-2.3, 52.9],
        [-2, 52.9],
        [-2, 53.1],
        [-2.3, 53.1],
        [-2.3, 52.9],
      ];
      const boundary = { type: 'Polygon', coordinates: [corners] };
      await api.db.query('UPDATE places SET boundary = $1 WHERE slug = $2', [boundary, 'city']);
      const number = await start();
      const answer = await patch(number, { version: 1, latitude, longitude }, author);
      expect(refusal(answer)).toEqual([422, code]);
      expect(answer.json().errors[0].message).toContain('city');
      const sound = { version: 1, latitude: 53.02, longitude: -2.18 };
      expect((await patch(number, sound, author)).statusCode).toBe(200);
      await api.db.query('UPDATE places SET boundary = NULL WHERE slug = $1', ['city']);
    });

    it('is for its author alone', async () => {
      const number = await submitted(api, author.token, round.slug);
      expect((await patch(number, { version: 1 })).statusCode).toBe(401);
      expect(refusal(await patch(number, { version: 1 }, neighbour))).toEqual([403, 'proposal.not-yours']);
      expect(refusal(await post(`/proposals/${number}/submit`, undefined, neighbour))).toEqual([
        403,
        'proposal.not-yours',
      ]);
      const reason = { reason: 'It is not mine.' };
      expect(refusal(await post(`/proposals/${number}/withdraw`, reason, neighbour))).toEqual([
        403,
        'proposal.not-yours',
      ]);
      expect(refusal(await patch(await start(), { version: 1 }, neighbour))).toEqual([
        404,
        'proposal.unknown',
      ]);
    });

    it('begins only while the round takes ideas', async () => {
      const draft = await testRound(api, officer.token, 'city', 'draft');
      const body = { roundSlug: draft.slug, title: 'Too early' };
      expect(refusal(await post('/proposals', body, author))).toEqual([404, 'round.unknown']);
      await passDays(api, round.slug, 10);
      const late = { roundSlug: round.slug, title: 'Too late' };
      expect(refusal(await post('/proposals', late, author))).toEqual([
        409,
        'proposal.round-not-taking-ideas',
      ]);
      expect((await post('/proposals', late)).statusCode).toBe(401);
      expect((await post('/proposals', { ...late, number: 1 }, author)).statusCode).toBe(400);
    });
  });

  describe('submitting', () => {
    it('names everything that is missing', async () => {
      const number = await start();
      const answer = await post(`/proposals/${number}/submit`, undefined, author);
      expect(refusal(answer)).toEqual([422, 'proposal.incomplete']);
      expect(answer.json().errors.map(({ field }: { field: string }) => field)).toEqual([
        'summary',
        'body',
        'estimatePence',
      ]);
    });

    it('makes it public, counted in its round, with its history', async () => {
      const number = await submitted(api, author.token, round.slug);
      expect(await get(`/proposals/${number}`)).toMatchObject({
        state: 'submitted',
        submittedAt: expect.any(String),
        mine: null,
        history: [{ what: 'Submitted', by: 'The proposer', reason: null }],
      });
      expect((await get(`/rounds/${round.slug}`)).projects).toBe(1);
      const again = await post(`/proposals/${number}/submit`, undefined, author);
      expect(refusal(again)).toEqual([409, 'proposal.cannot-move']);
      expect(refusal(await patch(number, { version: 3 }, author))).toEqual([409, 'proposal.not-editable']);
    });

    it('is over when ideas close, but changes that were asked for may still come', async () => {
      const late = await start('Never finished');
      await patch(late, { version: 1, ...completeText }, author);
      const number = await submitted(api, author.token, round.slug);
      await passDays(api, round.slug, 10);
      expect(refusal(await post(`/proposals/${late}/submit`, undefined, author))).toEqual([
        409,
        'proposal.round-not-taking-ideas',
      ]);

      await answered(api, officer.token, number, [ifChanged('land', 'Where exactly?')]);
      await post(`/reviews/${number}/verdict`, { verdict: 'changes-asked' }, officer);
      const { version } = await get(`/proposals/${number}`);
      expect((await patch(number, { version, body: 'By the north gate.' }, author)).statusCode).toBe(200);
      const again = await post(`/proposals/${number}/submit`, undefined, author);
      expect(again.json()).toMatchObject({ state: 'submitted', body: 'By the north gate.' });
      expect(again.json().history.at(-1)).toMatchObject({ what: 'Submitted again with changes' });
    });

    it('never prints the name of somebody under 18', async () => {
      const young = await signedIn(api, { displayName: 'Secret name', dateOfBirth: '2012-05-05' });
      const number = await submitted(api, young.token, round.slug);
      await post(`/proposals/${number}/comments`, { text: 'I would use it.' }, young);
      // As if a moderator had read both.
      await api.db.query(`UPDATE proposals SET shown = 'yes'; UPDATE proposal_comments SET shown = 'yes'`);
      for (const path of [
        `/proposals/${number}`,
        `/proposals?round=${round.slug}`,
        `/proposals/${number}/comments`,
      ]) {
        const { body } = await api.send('GET', path);
        expect(body).toContain('Young member');
        expect(body).not.toContain('Secret name');
      }
    });
  });

  describe('withdrawing', () => {
    it('takes it back with a reason, and out of the count', async () => {
      const number = await submitted(api, author.token, round.slug);
      expect((await post(`/proposals/${number}/withdraw`, {}, author)).statusCode).toBe(400);
      const answer = await post(`/proposals/${number}/withdraw`, { reason: 'We found a bench.' }, author);
      expect(answer.json()).toMatchObject({ state: 'withdrawn' });
      expect(answer.json().history.at(-1)).toMatchObject({ what: 'Withdrawn', reason: 'We found a bench.' });
      expect((await get(`/rounds/${round.slug}`)).projects).toBe(0);
      expect((await get(`/proposals?round=${round.slug}`)).total).toBe(0);
      expect((await get(`/proposals?round=${round.slug}&state=withdrawn`)).total).toBe(1);
      const comment = await post(`/proposals/${number}/comments`, { text: 'Too late' }, neighbour);
      expect(refusal(comment)).toEqual([409, 'proposal.not-open-for-comments']);
    });

    it('shows a draft that was dropped to nobody else', async () => {
      const number = await start();
      await post(`/proposals/${number}/withdraw`, { reason: 'Never mind it.' }, author);
      expect((await get(`/proposals/${number}`, neighbour)).title).toBe('proposal.unknown');
      expect((await get(`/proposals?round=${round.slug}&state=withdrawn`)).total).toBe(0);
    });
  });

  describe('support, following and comments', () => {
    it('counts each supporter once, however often and however many at the same moment', async () => {
      const number = await submitted(api, author.token, round.slug);
      const crowd = await Promise.all(Array.from({ length: 12 }, () => signedIn(api)));
      const put = (as: TestPerson) => api.send('PUT', `/proposals/${number}/support`, undefined, as.token);
      const answers = await Promise.all([...crowd, ...crowd].map(put));
      expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([204]));
      expect((await get(`/proposals/${number}`)).supports).toBe(12);

      const [first] = crowd as [TestPerson];
      expect((await get(`/proposals/${number}`, first)).mine).toEqual({
        author: false,
        supported: true,
        following: false,
      });
      for (let n = 0; n < 2; n++) {
        await api.send('DELETE', `/proposals/${number}/support`, undefined, first.token);
      }
      expect((await get(`/proposals/${number}`)).supports).toBe(11);
    });

    it('refuses support from the author, from nobody, and when it is over', async () => {
      const number = await submitted(api, author.token, round.slug);
      const put = (as?: TestPerson) => api.send('PUT', `/proposals/${number}/support`, undefined, as?.token);
      expect((await put()).statusCode).toBe(401);
      expect(refusal(await put(author))).toEqual([409, 'proposal.own']);
      await post(`/proposals/${number}/withdraw`, { reason: 'We found a bench.' }, author);
      expect(refusal(await put(neighbour))).toEqual([409, 'proposal.not-open-for-support']);
      const unknown = await api.send('PUT', '/proposals/none/support', undefined, neighbour.token);
      expect(refusal(unknown)).toEqual([404, 'proposal.unknown']);
    });

    it('can be followed and found again', async () => {
      const number = await submitted(api, author.token, round.slug);
      for (let n = 0; n < 2; n++) {
        const answer = await api.send('PUT', `/proposals/${number}/follow`, undefined, neighbour.token);
        expect(answer.statusCode).toBe(204);
      }
      expect(await get('/proposals?mine=following', neighbour)).toMatchObject({
        total: 1,
        items: [{ number }],
      });
      await api.send('DELETE', `/proposals/${number}/follow`, undefined, neighbour.token);
      expect((await get('/proposals?mine=following', neighbour)).total).toBe(0);
      expect((await api.send('PUT', `/proposals/${number}/follow`)).statusCode).toBe(401);
    });

    it('is commented on in plain text; a withdrawn comment keeps its place and loses its words', async () => {
      const number = await submitted(api, author.token, round.slug);
      const first = await post(`/proposals/${number}/comments`, { text: '  <b>Good</b> idea  ' }, neighbour);
      expect(first.statusCode).toBe(201);
      expect(first.json()).toMatchObject({
        text: '<b>Good</b> idea',
        authorLabel: 'Test neighbour',
        mine: true,
        withdrawn: false,
      });
      await post(`/proposals/${number}/comments`, { text: 'Thank you' }, author);
      expect((await get(`/proposals/${number}`)).comments).toBe(2);

      const path = `/proposals/${number}/comments/${first.json().id}`;
      expect(refusal(await api.send('DELETE', path, undefined, author.token))).toEqual([
        403,
        'comment.not-yours',
      ]);
      for (let n = 0; n < 2; n++) {
        expect((await api.send('DELETE', path, undefined, neighbour.token)).statusCode).toBe(204);
      }
      expect(await get(`/proposals/${number}/comments`, author)).toMatchObject([
        { text: '', withdrawn: true, mine: false },
        { text: 'Thank you', withdrawn: false, mine: true },
      ]);
      expect((await get(`/proposals/${number}`)).comments).toBe(1);
      const [{ kept }] = await api.db.query(
        `SELECT count(*)::int AS kept FROM proposal_comments WHERE text LIKE '%Good%'`,
      );
      expect(kept).toBe(0);
    });

    it('refuses a comment that is empty, too long, of nobody, or one of too many', async () => {
      const number = await submitted(api, author.token, round.slug);
      const path = `/proposals/${number}/comments`;
      expect((await post(path, { text: 'Signed out' })).statusCode).toBe(401);
      for (const text of ['', '   ', 'x'.repeat(2001), 7]) {
        expect((await post(path, { text }, neighbour)).statusCode).toBe(400);
      }
      for (let n = 0; n < 10; n++) await post(path, { text: `Comment ${n}` }, neighbour);
      const eleventh = await post(path, { text: 'One more' }, neighbour);
      expect(refusal(eleventh)).toEqual([429, 'request.too-many']);
      const unknown = `${path}/${COUNT_ID}`;
      expect(refusal(await api.send('DELETE', unknown, undefined, neighbour.token))).toEqual([
        404,
        'comment.unknown',
      ]);
    });
  });

  describe('lists', () => {
    it('searches, filters, counts, sorts and pages', async () => {
      const at = { latitude: 53.02, longitude: -2.18 };
      const bench = await submitted(api, author.token, round.slug, 'Benches for the park', at);
      const lights = await submitted(api, author.token, round.slug, 'Lights along the canal', {
        category: 'Safety',
        placeSlug: 'north',
        estimatePence: 10_000,
      });
      const trees = await submitted(api, author.token, round.slug, 'Apple trees', { estimatePence: 90_000 });
      await begin(trees);
      await api.send('PUT', `/proposals/${lights}/support`, undefined, neighbour.token);
      const found = async (query: string) => {
        const page = await get(`/proposals?round=${round.slug}&${query}`);
        return page.items.map(({ number }: { number: number }) => number);
      };

      expect(await found('')).toEqual([trees, lights, bench]);
      expect(await found('q=bench')).toEqual([trees, lights, bench]); // every body has one
      expect(await found('q=parks')).toEqual([bench]);
      expect(await found(`q=%23${lights}`)).toEqual([lights]);
      expect(await found(encodeURI(`q='); DROP TABLE proposals; --`))).toEqual([]);
      expect(await found('category=Safety')).toEqual([lights]);
      expect(await found('state=in-review')).toEqual([trees]);
      expect(await found('state=in-review,submitted&sort=title')).toEqual([trees, bench, lights]);
      expect(await found('place=north')).toEqual([lights]);
      expect(await found('place=atlantis')).toEqual([]);
      expect(await found('sort=most-supported')).toEqual([lights, trees, bench]);
      expect(await found('sort=cost-low')).toEqual([lights, bench, trees]);
      expect(await found('sort=cost-high')).toEqual([trees, bench, lights]);
      expect(await found('pageSize=2&page=2')).toEqual([bench]);

      expect(await get(`/proposals?round=${round.slug}&category=Safety&pageSize=1`)).toMatchObject({
        total: 1,
        page: 1,
        pageSize: 1,
        categories: [
          { value: 'Green spaces', count: 2 },
          { value: 'Safety', count: 1 },
        ],
        states: [{ value: 'submitted', count: 1 }],
      });
      expect(await get(`/proposals/map?round=${round.slug}`)).toEqual([
        { number: bench, title: 'Benches for the park', ...at, state: 'submitted' },
      ]);
      expect((await get('/proposals?round=none')).total).toBe(0);
    });

    it.each(['sort=best', 'page=0', 'pageSize=101', 'state=asleep', 'mine=all', 'colour=red'])(
      'refuses ?%s',
      async (query) => {
        expect((await api.send('GET', `/proposals?${query}`)).statusCode).toBe(400);
      },
    );

    it('asks strangers to sign in before they see their own', async () => {
      for (const path of ['/proposals?mine=authored', '/proposals/map?mine=following']) {
        expect(refusal(await api.send('GET', path))).toEqual([401, 'identity.sign-in-needed']);
      }
      for (const path of ['/proposals/0', '/proposals/1e3', '/proposals/99999999999', '/proposals/none']) {
        expect(refusal(await api.send('GET', path))).toEqual([404, 'proposal.unknown']);
      }
    });
  });

  describe('on the ballot and after', () => {
    it('freezes what was accepted, and nothing else, when voting opens', async () => {
      const yes = await submitted(api, author.token, round.slug);
      const no = await submitted(api, author.token, round.slug, 'Left in review');
      await accept(api, officer.token, yes);
      await passDays(api, round.slug, 20);

      const paper = await get(`/rounds/${round.slug}/ballot-paper`);
      expect(paper.projects).toEqual([
        {
          ballotId: String(yes),
          proposalNumber: yes,
          title: 'A bench by the pond',
          costPence: 60_000,
        },
      ]);
      expect(await get(`/proposals/${yes}`)).toMatchObject({ state: 'on-ballot' });
      expect(await get(`/proposals/${no}`)).toMatchObject({ state: 'submitted' });
      expect(await api.app.get(BallotProjects).ofRound(round.id)).toMatchObject([
        {
          ballotId: String(yes),
          categories: ['Green spaces'],
          place: { slug: 'city' },
          neighbourhood: null,
          votes: null,
        },
      ]);
      const withdraw = await post(`/proposals/${yes}/withdraw`, { reason: 'Too late for that.' }, author);
      expect(refusal(withdraw)).toEqual([409, 'proposal.cannot-move']);
    });

    it('never loses an acceptance to the freezing of the paper at the same moment', async () => {
      const numbers: number[] = [];
      for (let n = 0; n < 6; n++) {
        numbers.push(await submitted(api, author.token, round.slug, `Project number ${n}`));
        await answered(api, officer.token, numbers[n]!);
        await api.send('PUT', `/reviews/${numbers[n]}/costs`, costs(1000), officer.token);
      }
      await passDays(api, round.slug, 10);
      const acceptances = numbers.map((number) =>
        post(`/reviews/${number}/verdict`, { verdict: 'accepted' }, officer),
      );
      const toVote = { phase: 'voting', reason: 'The review is complete.' };
      const freeze = (async () => {
        // As long as one is unanswered the vote does not begin.
        for (;;) {
          const answer = await post(`/rounds/${round.slug}/override`, toVote, officer);
          if (answer.json().title !== 'round.leaves-unanswered') return answer;
        }
      })();
      const answers = await Promise.all(acceptances);
      expect((await freeze).statusCode).toBe(200);

      const accepted = numbers.filter((_, n) => answers[n]?.statusCode === 200);
      const paper = await get(`/rounds/${round.slug}/ballot-paper`);
      expect(paper.projects.map(({ proposalNumber }: { proposalNumber: number }) => proposalNumber)).toEqual(
        accepted.toSorted(),
      );
    });

    it('records outcomes once, each with its reason', async () => {
      const [won, lost] = [
        await submitted(api, author.token, round.slug, 'The winner'),
        await submitted(api, author.token, round.slug, 'The loser'),
      ] as [number, number];
      for (const number of [won, lost]) await accept(api, officer.token, number);
      await passDays(api, round.slug, 30);
      await get(`/rounds/${round.slug}`);
      const outcome = { countId: COUNT_ID, decisionNumber: 'D-1' };
      const outcomes = [
        { proposalNumber: won, funded: true, sentence: 'Its supporters paid for it.', votes: 12, ...outcome },
        { proposalNumber: lost, funded: false, sentence: 'No money was left.', ...outcome },
      ];
      const record = (list: typeof outcomes) =>
        api.db.transaction((manager) => api.app.get(RecordOutcomes).execute(round.id, list, manager));

      await record(outcomes);
      await record(outcomes);
      expect(await get(`/proposals/${won}`)).toMatchObject({
        state: 'funded',
        votes: 12,
        decisionNumber: 'D-1',
        outcome: { funded: true, sentence: 'Its supporters paid for it.', countId: COUNT_ID },
      });
      const { state, history } = await get(`/proposals/${lost}`);
      expect(state).toBe('not-funded');
      expect(history.slice(-1)).toMatchObject([{ what: 'Not funded', reason: 'No money was left.' }]);
      expect(history).toHaveLength(5);
      await expect(record([{ ...outcomes[0]!, proposalNumber: 99_999 }])).rejects.toThrow(
        'not on this ballot',
      );
    });

    it('takes in the projects of an election that was held elsewhere', async () => {
      const { id, slug } = await testRound(api, officer.token, 'city', 'counting');
      const project = {
        title: 'Park kieszonkowy',
        description: 'Zieleń w mieście',
        categories: ['environment', 'sport'],
        neighbourhood: 'Śródmieście',
        costPence: 12_345_600,
        latitude: 52.2,
        longitude: 21,
        votes: 321,
        selectedByCity: 'Chosen',
      };
      const bare = {
        ...project,
        ballotId: '07',
        categories: [],
        neighbourhood: null,
        latitude: null,
        longitude: null,
        votes: null,
        selectedByCity: null,
      };
      const numbers = await api.db.transaction((manager) =>
        api.app
          .get(RegisterImportedProposals)
          .execute(id, [{ ...project, ballotId: '7' }, bare, { ...bare, ballotId: '1' }], manager),
      );

      expect([...numbers.keys()].toSorted()).toEqual(['07', '1', '7']);
      const projects = await api.app.get(BallotProjects).ofRound(id);
      expect(projects.map(({ ballotId }) => ballotId)).toEqual(['7', '07', '1']);
      const { description, ...shown } = project;
      expect(projects[0]).toMatchObject({
        ...shown,
        place: { slug: 'city' },
        proposalNumber: numbers.get('7'),
      });
      expect(await get(`/proposals/${numbers.get('7')}`)).toMatchObject({
        body: description,
        state: 'on-ballot',
        authorLabel: 'Imported from a published election',
        category: 'environment',
        votes: 321,
        history: [{ what: 'Imported from a published election' }],
      });
      expect((await get(`/rounds/${slug}`)).projects).toBe(3);
      expect((await get(`/proposals?round=${slug}&category=sport`)).total).toBe(1);
    });
  });
});
