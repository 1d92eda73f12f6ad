import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  MarkDecided,
  NoteBallotsStored,
  NoteCountPublished,
  type PaperProject,
  PaperProjectsSource,
  RegisterFinishedRound,
  Rounds,
} from '../src/rounds/index.js';
import { FreezeDuePapers } from '../src/rounds/freeze-due-papers.js';
import { signedIn } from './support/people.js';
import { testPlace } from './support/places.js';
import { passDays, roundBody, testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

const COUNT_ID = '0a64ba5e-8be9-4f2e-8a53-7ef0f5f8f0aa';

describe('rounds', () => {
  let api: TestApp;
  let officer: string;
  let resident: string;
  let stranger: string;
  let onPaper: PaperProject[];
  let papersMade = 0;
  let standing = { accepted: 3, unanswered: [] as number[] };
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    await testPlace(api, 'north', { kind: 'ward', parent: 'city' });
    await testPlace(api, 'elsewhere');
    officer = (await signedIn(api, { roles: [['officer', 'city']] })).token;
    resident = (await signedIn(api)).token;
    stranger = (await signedIn(api, { roles: [['officer', 'elsewhere']] })).token;
    onPaper = ['2', '10', '1'].map((ballotId) => ({
      ballotId,
      position: Number(ballotId),
      proposalNumber: Number(ballotId),
      title: `Project ${ballotId}`,
      costPence: 1000,
      category: null,
      place: 'north',
    }));
    api.app.get(PaperProjectsSource).plugIn({
      shownTitles: async () => new Map(),
      standing: async () => standing,
      putOnBallot: async () => {
        papersMade++;
        return onPaper;
      },
    });
  });
  afterAll(() => api.close());

  const page = async (slug: string, as?: string) =>
    (await api.send('GET', `/rounds/${slug}`, undefined, as)).json();
  const post = (path: string, body: object | undefined, as?: string) => api.send('POST', path, body, as);

  describe('drafting', () => {
    it('creates a draft with the budget of its pots and the whole rule', async () => {
      const answer = await post('/rounds', roundBody('north', { title: 'Żłobek & park 2026' }), officer);

      expect(answer.statusCode).toBe(201);
      expect(answer.json()).toMatchObject({
        slug: 'zlobek-and-park-2026',
        state: 'draft',
        budgetPence: 1_000_000,
        currency: 'GBP',
        projects: 0,
        ballots: null,
        place: { slug: 'north', name: 'north', kind: 'ward' },
        rule: { rule: 'equal-shares', completion: 'add1u', tie: 'min-cost' },
        ruleTitle: expect.any(String),
        tieBreak: 'The cheaper project first, then the one with more votes',
        paperSha256: null,
        imported: false,
        minChoices: null,
        maxChoices: 5,
      });
    });

    it('gives each round an address of its own', async () => {
      const slugs = await Promise.all(
        [1, 2, 3].map(
          async () =>
            (await post('/rounds', roundBody('north', { title: 'Same title' }), officer)).json().slug,
        ),
      );
      expect(slugs.toSorted()).toEqual(['same-title', 'same-title-2', 'same-title-3']);
    });

    it.each([
      ['an unknown field', { bodies: 1 }],
      ['no title', { title: undefined }],
      [
        'a date without a zone',
        { phases: [{ kind: 'ideas', opensAt: '2026-01-01T10:00', closesAt: '2026-01-02T10:00Z' }] },
      ],
      ['an unknown field within', { pots: [{ name: 'x', amountPence: 1, colour: 'red' }] }],
      ['half a penny', { pots: [{ name: 'x', amountPence: 1.5 }] }],
      ['no pot', { pots: [] }],
      ['a rule that is no object', { rule: 'greedy' }],
      ['no eligibility', { eligibility: undefined }],
    ])('refuses a body with %s', async (_, change) => {
      const answer = await post('/rounds', roundBody('north', change), officer);
      expect([answer.statusCode, answer.json().title]).toEqual([400, 'request.malformed']);
    });

    it('names every part that does not fit', async () => {
      const { phases } = roundBody('north') as { phases: object[] };
      const answer = await post(
        '/rounds',
        roundBody('north', { phases: phases.slice(1), minChoices: 9, ballotStyle: 'points' }),
        officer,
      );

      expect([answer.statusCode, answer.json().title]).toEqual([422, 'round.invalid']);
      expect(answer.json().errors.map(({ code }: { code: string }) => code)).toEqual([
        'phase-missing',
        'missing',
        'below-minimum',
      ]);
    });

    it('refuses an unknown rule or parameter', async () => {
      for (const rule of [{ rule: 'astrology' }, { rule: 'greedy', moon: 'full' }]) {
        const answer = await post('/rounds', roundBody('north', { rule }), officer);
        expect([answer.statusCode, answer.json().title]).toEqual([422, 'rule.invalid']);
      }
    });

    it('is for officers of the place with a second factor', async () => {
      const unsure = await signedIn(api, { roles: [['officer', 'city']], secondFactor: false });
      expect((await post('/rounds', roundBody('north'))).statusCode).toBe(401);
      for (const [as, code] of [
        [resident, 'identity.role-missing'],
        [stranger, 'identity.role-missing'],
        [unsure.token, 'identity.second-factor-needed'],
      ] as const) {
        const answer = await post('/rounds', roundBody('north'), as);
        expect([answer.statusCode, answer.json().title]).toEqual([403, code]);
      }
      expect((await post('/rounds', roundBody('atlantis'), officer)).json().title).toBe('place.unknown');
    });

    it('shows drafts to officers of the place alone', async () => {
      const { slug } = await testRound(api, officer, 'north', 'draft');

      for (const as of [undefined, resident, stranger]) {
        expect((await api.send('GET', `/rounds/${slug}`, undefined, as)).json().title).toBe('round.unknown');
        expect((await api.send('GET', '/rounds', undefined, as)).body).not.toContain(`"${slug}"`);
        expect((await api.send('GET', `/rounds/${slug}/history`, undefined, as)).statusCode).toBe(404);
      }
      expect((await api.send('GET', '/rounds?state=draft', undefined, officer)).body).toContain(`"${slug}"`);
      expect((await post(`/rounds/${slug}/open`, undefined, stranger)).json().title).toBe('round.unknown');
    });

    it('changes a draft, keeping its address, and nothing that has begun', async () => {
      const { slug } = await testRound(api, officer, 'north', 'draft');
      const changed = roundBody('city', { title: 'Quite another title', ballotStyle: 'knapsack' });

      const answer = await api.send('PUT', `/rounds/${slug}`, changed, officer);
      expect(answer.json()).toMatchObject({ slug, title: 'Quite another title', place: { slug: 'city' } });

      await post(`/rounds/${slug}/open`, undefined, officer);
      await passDays(api, slug, 10);
      const late = await api.send('PUT', `/rounds/${slug}`, changed, officer);
      expect([late.statusCode, late.json().title]).toEqual([409, 'round.not-draft']);
      expect((await api.send('PUT', `/rounds/${slug}`, { title: 'x' }, officer)).statusCode).toBe(400);
    });
  });

  describe('its course', () => {
    it('follows its timetable', async () => {
      const { slug } = await testRound(api, officer, 'north', 'draft');
      expect((await post(`/rounds/${slug}/open`, undefined, officer)).json()).toMatchObject({
        state: 'draft',
        nextChangeAt: expect.any(String),
      });
      expect((await post(`/rounds/${slug}/open`, undefined, officer)).json().title).toBe(
        'round.already-open',
      );

      for (const state of ['ideas', 'review', 'voting', 'counting']) {
        await passDays(api, slug, 10);
        expect((await page(slug)).state).toBe(state);
      }
      await passDays(api, slug, 100);
      expect((await page(slug)).state).toBe('counting');
    });

    it('is listed by place, the places below it, and state', async () => {
      const { slug } = await testRound(api, officer, 'north', 'review');
      const listed = async (query: string) =>
        (await api.send('GET', `/rounds?${query}`))
          .json()
          .some((round: { slug: string }) => round.slug === slug);

      expect(await listed('place=city&state=review')).toBe(true);
      expect(await listed('place=north')).toBe(true);
      expect(await listed('place=elsewhere')).toBe(false);
      expect(await listed('state=voting')).toBe(false);
      expect((await api.send('GET', '/rounds?state=asleep')).statusCode).toBe(400);
    });

    it('is moved by an officer, with a reason everybody can read', async () => {
      const { slug } = await testRound(api, officer, 'north', 'ideas');
      const move = { phase: 'review', reason: 'Enough ideas came in.' };

      const answer = await post(`/rounds/${slug}/override`, move, officer);
      expect(answer.json()).toMatchObject({ state: 'review', override: move });
      expect((await api.send('GET', `/rounds/${slug}/history`)).json()).toEqual([
        { at: expect.any(String), what: 'Drafted', reason: null, by: 'An officer' },
        { at: expect.any(String), what: 'Opened', reason: null, by: 'An officer' },
        { at: expect.any(String), what: 'Moved to review', reason: move.reason, by: 'An officer' },
      ]);
      const audited = await api.db.query(`SELECT what FROM audit_events WHERE subject = $1 ORDER BY pos`, [
        `round:${slug}`,
      ]);
      expect(audited.map(({ what }: { what: string }) => what)).toEqual([
        'round.drafted',
        'round.opened',
        'round.phase-overridden',
      ]);
    });

    it('is not moved without a reason, by others, or before it is open', async () => {
      const { slug } = await testRound(api, officer, 'north', 'ideas');
      const draft = await testRound(api, officer, 'north', 'draft');
      const move = { phase: 'review', reason: 'Enough ideas came in.' };

      expect((await post(`/rounds/${slug}/override`, { phase: 'review' }, officer)).statusCode).toBe(400);
      expect((await post(`/rounds/${slug}/override`, { ...move, phase: 'party' }, officer)).statusCode).toBe(
        400,
      );
      expect((await post(`/rounds/${slug}/override`, move)).statusCode).toBe(401);
      expect((await post(`/rounds/${slug}/override`, move, resident)).statusCode).toBe(403);
      expect((await post('/rounds/none/override', move, officer)).json().title).toBe('round.unknown');
      expect((await post(`/rounds/${draft.slug}/override`, move, officer)).json().title).toBe(
        'round.not-open',
      );
    });

    it.each(['counting', 'decided', 'delivering', 'closed'])(
      'skips no vote on its way to %s',
      async (phase) => {
        for (const stage of ['ideas', 'review'] as const) {
          const { slug } = await testRound(api, officer, 'north', stage);
          const answer = await post(
            `/rounds/${slug}/override`,
            { phase, reason: 'We know the answer.' },
            officer,
          );
          expect([answer.statusCode, answer.json().title]).toEqual([409, 'round.vote-skipped']);
          expect((await page(slug)).state).toBe(stage);
        }
      },
    );

    it.each(['decided', 'delivering', 'closed'])(
      'is not %s before its decision is published',
      async (phase) => {
        const { slug } = await testRound(api, officer, 'north', 'counting');
        const answer = await post(
          `/rounds/${slug}/override`,
          { phase, reason: 'We know the answer.' },
          officer,
        );
        expect([answer.statusCode, answer.json().title]).toEqual([409, 'round.not-decided-yet']);
      },
    );

    it('freezes no empty paper, and leaves nobody without an answer', async () => {
      const { slug } = await testRound(api, officer, 'north', 'review');
      const move = () =>
        post(`/rounds/${slug}/override`, { phase: 'voting', reason: 'Let us begin.' }, officer);
      standing = { accepted: 0, unanswered: [] };
      expect((await move()).json().title).toBe('round.paper-empty');
      standing = { accepted: 1, unanswered: [7, 9] };
      const refused = (await move()).json();
      expect([refused.title, refused.detail]).toEqual([
        'round.leaves-unanswered',
        expect.stringContaining('2 proposals without an answer for good. Answer them first: 7, 9.'),
      ]);
      expect(await page(slug)).toMatchObject({ state: 'review', paperSha256: null });
      standing = { accepted: 3, unanswered: [] };
      expect((await move()).statusCode).toBe(200);
    });

    it('does not open with dates that have passed, and names them', async () => {
      const { slug } = await testRound(api, officer, 'north', 'draft');
      await passDays(api, slug, 60);
      const answer = await post(`/rounds/${slug}/open`, undefined, officer);
      expect([answer.statusCode, answer.json().title]).toEqual([422, 'round.dates-passed']);
      expect(answer.json().detail).toMatch(/The ideas phase ended on \d+ \w+ \d{4}/);
      expect((await page(slug, officer)).state).toBe('draft');
    });

    it('is cancelled with a reason, once, and stays readable', async () => {
      const { slug } = await testRound(api, officer, 'north', 'voting');
      const reason = { reason: 'The money was withdrawn.' };
      expect((await post(`/rounds/${slug}/cancel`, {}, officer)).statusCode).toBe(400);
      expect((await post(`/rounds/${slug}/cancel`, reason, resident)).statusCode).toBe(403);

      expect((await post(`/rounds/${slug}/cancel`, reason, officer)).json()).toMatchObject({
        state: 'cancelled',
        cancelledReason: reason.reason,
        nextChangeAt: null,
      });
      expect((await post(`/rounds/${slug}/cancel`, reason, officer)).json().title).toBe('round.not-open');
      expect((await page(slug)).state).toBe('cancelled');
    });
  });

  describe('its ballot paper', () => {
    it('does not exist before voting', async () => {
      const { slug } = await testRound(api, officer, 'north', 'review');
      const answer = await api.send('GET', `/rounds/${slug}/ballot-paper`);
      expect([answer.statusCode, answer.json().title]).toEqual([404, 'round.paper-not-frozen']);
    });

    it('is frozen once, whoever looks first, and hashes to what is printed', async () => {
      const { slug } = await testRound(api, officer, 'north', 'voting');
      papersMade = 0;
      const looks = await Promise.all(Array.from({ length: 8 }, () => page(slug)));

      expect(papersMade).toBe(1);
      expect(new Set(looks.map(({ paperSha256 }) => paperSha256)).size).toBe(1);
      const paper = (await api.send('GET', `/rounds/${slug}/ballot-paper`)).json();
      expect(createHash('sha256').update(paper.canonical).digest('hex')).toBe(paper.sha256);
      expect(paper.sha256).toBe(looks[0].paperSha256);
      expect(paper.projects.map(({ ballotId }: PaperProject) => ballotId)).toEqual(['1', '10', '2']);
      expect(JSON.parse(paper.canonical)).toMatchObject({
        format: 'commonthread-ballot-paper/1',
        round: slug,
        place: 'north',
        budgetPence: 1_000_000,
        ballotStyle: 'approval',
        limits: { minChoices: null, maxChoices: 5, pointsPerBallot: null },
        eligibility: { minimumAge: 16, connections: ['live', 'work'] },
        rule: { rule: 'equal-shares', tie: 'min-cost' },
        projects: [{ ballotId: '1', costPence: 1000 }, {}, {}],
      });
    });

    it('is frozen by the job of every minute when nobody looks', async () => {
      const { id } = await testRound(api, officer, 'north', 'voting');
      await api.app.get(FreezeDuePapers).execute();
      const [{ sha }] = await api.db.query('SELECT paper_sha256 AS sha FROM rounds WHERE id = $1', [id]);
      expect(sha).toMatch(/^[0-9a-f]{64}$/);
    });

    it('is frozen in the act that opens voting early', async () => {
      const { slug } = await testRound(api, officer, 'north', 'review');
      const move = { phase: 'voting', reason: 'The review is complete.' };
      const answer = await post(`/rounds/${slug}/override`, move, officer);
      expect(answer.json()).toMatchObject({ state: 'voting', paperSha256: expect.any(String) });
    });

    it('cannot be changed any more, not even in the database', async () => {
      const { slug, id } = await testRound(api, officer, 'north', 'voting');
      await page(slug);

      for (const change of [
        `rule = '{"rule":"greedy","version":"1"}'`,
        `pots = '[]'`,
        'budget_pence = 1',
        'minimum_age = 99',
        `connections = '{live}'`,
        'max_choices = 1',
        `paper_canonical = '{}'`,
        `paper_canonical = NULL, paper_sha256 = NULL, paper_frozen_at = NULL`,
      ]) {
        await expect(api.db.query(`UPDATE rounds SET ${change} WHERE id = $1`, [id])).rejects.toThrow(
          'frozen',
        );
      }
      await expect(api.db.query('DELETE FROM rounds WHERE id = $1', [id])).rejects.toThrow('frozen');
      const back = { phase: 'ideas', reason: 'One more idea came in.' };
      const answer = await post(`/rounds/${slug}/override`, back, officer);
      expect([answer.statusCode, answer.json().title]).toEqual([409, 'round.paper-frozen']);
    });
  });

  describe('what comes later', () => {
    it('learns of its ballots, its count and its decision', async () => {
      const { slug, id } = await testRound(api, officer, 'north', 'counting');
      const { manager } = api.db;
      await api.app.get(NoteBallotsStored).execute(id, 1234, manager);
      await api.app
        .get(NoteCountPublished)
        .execute(id, COUNT_ID, '£5 is left because nothing else fits.', manager);
      const back = { phase: 'voting', reason: 'Some people missed it.' };
      expect((await post(`/rounds/${slug}/override`, back, officer)).json().title).toBe(
        'round.already-counted',
      );

      await api.app.get(MarkDecided).execute(id, 'D-1', manager);
      expect(await page(slug)).toMatchObject({
        state: 'decided',
        ballots: 1234,
        publishedCountId: COUNT_ID,
        moneyLeft: '£5 is left because nothing else fits.',
        decisionNumber: 'D-1',
      });
      const cancel = await post(`/rounds/${slug}/cancel`, { reason: 'Too late for that.' }, officer);
      expect([cancel.statusCode, cancel.json().title]).toEqual([409, 'round.already-decided']);
    });

    it('takes in an election that was held elsewhere', async () => {
      const placeId = await testPlace(api, 'city');
      const { id: actorId } = await signedIn(api);
      const { rule } = await api.app.get(Rounds).bySlug('same-title');
      const importedFrom = {
        fileName: 'poland_2026.pb',
        sha256: 'ab'.repeat(32),
        meta: [{ key: 'country', value: 'Poland' }],
        warnings: ['a warning'],
      };
      const { slug } = await api.db.transaction((manager) =>
        api.app.get(RegisterFinishedRound).execute(
          {
            title: 'Warszawa 2026',
            summary: 'An election held in another city.',
            description: '',
            placeId,
            pots: [{ name: 'Budget', amountPence: 123_456_789_00 }],
            currency: 'PLN',
            eligibility: { minimumAge: 0, connections: ['live'] },
            ballotStyle: 'approval',
            minChoices: 1,
            maxChoices: 15,
            pointsPerBallot: null,
            rule,
            voted: { opensAt: new Date('2025-06-15'), closesAt: new Date('2025-07-01') },
            ballots: 82_000,
            importedFrom,
            actorId,
          },
          manager,
        ),
      );

      expect(await page(slug)).toMatchObject({
        slug: 'warszawa-2026',
        state: 'counting',
        currency: 'PLN',
        budgetPence: 123_456_789_00,
        ballots: 82_000,
        imported: true,
        importedFrom,
        paperSha256: expect.any(String),
      });
    });
  });
});
