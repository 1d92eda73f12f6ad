import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { VOTE_STORED } from '../src/voting/index.js';
import { Outbox } from '../src/platform/events/index.js';
import { counted, imported } from './support/elections.js';
import { settled } from './support/outbox.js';
import { publishOutcome } from './support/outcomes.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { accept, submitted } from './support/proposals.js';
import { refused } from './support/reviews.js';
import { passDays, testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('contributions', () => {
  let api: TestApp;
  let officer: TestPerson;
  let second: TestPerson;
  let author: TestPerson;
  let friend: TestPerson;
  let round: { id: string; slug: string };
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'stoke', { name: 'Stoke-on-Trent' });
    await testPlace(api, 'north', { parent: 'stoke' });
    await api.db.query(`UPDATE places SET code = 'E06000021' WHERE slug = 'stoke'`);
    officer = await signedIn(api, { roles: [['officer', 'stoke']] });
    second = await signedIn(api, { roles: [['officer', 'stoke']] });
    [author, friend] = await Promise.all([signedIn(api), signedIn(api)]);
    round = await testRound(api, officer.token, 'stoke', 'ideas');
  });
  afterAll(() => api.close());

  const get = async (path: string, token?: string) => {
    await settled(api);
    return (await api.send('GET', path, undefined, token)).json();
  };
  const mine = ({ token }: TestPerson) => get('/contributions/mine', token);

  it('shows each person what they gave and what became of it, drafts not', async () => {
    await api.send('POST', '/proposals', { roundSlug: round.slug, title: 'A draft' }, author.token);
    const number = await submitted(api, author.token, round.slug, 'A bench by the pond');
    await api.send('PUT', `/proposals/${number}/support`, undefined, friend.token);
    await api.send('POST', `/proposals/${number}/comments`, { text: 'Yes please.' }, friend.token);

    expect(await mine(author)).toEqual([
      expect.objectContaining({
        kind: 'author',
        proposalNumber: number,
        standing: 'waiting',
        answered: false,
      }),
    ]);
    expect((await mine(friend)).map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'comment',
      'support',
    ]);

    await refused(api, officer.token, second.token, number);
    for (const contribution of [...(await mine(author)), ...(await mine(friend))]) {
      expect(contribution).toMatchObject({
        standing: 'not-taken-forward',
        answered: true,
        reason: 'Land and buildings: The land is a working farm.',
      });
    }
    expect((await api.send('GET', '/contributions/mine')).statusCode).toBe(401);
  });

  it('counts in public what has no answer yet, with its age, and what is overdue', async () => {
    const before = await get('/contributions/open');
    const other = await testRound(api, officer.token, 'stoke', 'ideas');
    const number = await submitted(api, author.token, other.slug);
    await api.send('PUT', `/proposals/${number}/support`, undefined, friend.token);
    await passDays(api, other.slug, 60);
    await api.db.query(`UPDATE contributions SET since = since - interval '100 days' WHERE round_id = $1`, [
      other.id,
    ]);
    const after = await get('/contributions/open');

    expect([after.count - before.count, after.overdue - before.overdue]).toEqual([2, 2]);
    expect(after.oldestDays).toBeGreaterThanOrEqual(100);
    expect(after.rounds[0]).toMatchObject({ slug: other.slug, count: 2, overdue: true });
    expect(after.ages.find(({ fromDays }: { fromDays: number }) => fromDays === 90).count).toBe(2);

    await api.send('POST', `/rounds/${other.slug}/cancel`, { reason: 'No money this year.' }, officer.token);
    expect(await get('/contributions/open')).toEqual(before);
  });

  it('keeps the bare fact of having voted once the vote is over, with no time but its close', async () => {
    const vote = await testRound(api, officer.token, 'stoke', 'ideas');
    const voters = await Promise.all(Array.from({ length: 4 }, () => signedIn(api)));
    for (const { id } of voters) await heldPass(api, vote.id, id);
    await passDays(api, vote.slug, 30);
    expect(await mine(voters[0] as TestPerson)).toEqual([]);

    for (let times = 0; times < 2; times++) {
      await api.db.transaction((manager) =>
        api.app.get(Outbox).append(VOTE_STORED, { roundId: vote.id }, manager),
      );
      await settled(api);
    }
    const rows = await api.db.query(
      `SELECT c.since = r.voting_closes_at AS "atClose", c.xmin FROM contributions c JOIN rounds r ON r.id = c.round_id
        WHERE c.kind = 'vote' AND c.round_id = $1`,
      [vote.id],
    );
    expect(rows).toHaveLength(4);
    expect(rows.every(({ atClose }: { atClose: boolean }) => atClose)).toBe(true);
    expect(new Set(rows.map(({ xmin }: { xmin: string }) => xmin)).size).toBe(1);
    expect(await mine(voters[0] as TestPerson)).toEqual([
      expect.objectContaining({ kind: 'vote', standing: 'waiting', proposalNumber: null }),
    ]);
    await api.send('POST', `/rounds/${vote.slug}/cancel`, { reason: 'The box was lost.' }, officer.token);
    expect(await mine(voters[1] as TestPerson)).toEqual([
      expect.objectContaining({ standing: 'cancelled', reason: 'The box was lost.' }),
    ]);
  });

  it('says what was asked, said, done and whether it worked, from a published decision', async () => {
    const slug = (await imported(api, officer.token)).roundSlug as string;
    const [{ id: roundId }] = await api.db.query('SELECT id FROM rounds WHERE slug = $1', [slug]);
    const voter = await signedIn(api);
    await api.db.query(
      `INSERT INTO contributions (kind, person_id, round_id, since) VALUES ('vote', $1, $2, clock_timestamp())`,
      [voter.id, roundId],
    );
    expect((await get(`/rounds/${slug}/you-said`)).did).toBeNull();
    await decided(slug);
    const said = await get(`/rounds/${slug}/you-said`);

    expect(said).toMatchObject({
      roundSlug: slug,
      said: { proposals: 3, ballots: 6 },
      did: { decisionNumber: 'D-1', title: 'What will be built' },
      unanswered: 0,
    });
    expect(said.standings).toContainEqual({ standing: 'funded', proposals: 2, costPence: 70_000 });
    expect(said.projects[0]).toMatchObject({ standing: 'funded', reason: expect.stringContaining('Funded') });
    expect(said.aims[0].verdict.sentence).toContain('Not measured yet');
    expect(await mine(voter)).toEqual([
      expect.objectContaining({ standing: 'decided', decisionNumber: 'D-1', reason: 'Two of three.' }),
    ]);
    const { items } = await get('/notices', voter.token);
    expect(items).toEqual([
      expect.objectContaining({ fate: 'decided', because: 'vote', decisionNumber: 'D-1' }),
    ]);
  });

  it('gives a place its own rounds, and of the others what lies in it', async () => {
    const wide = await testRound(api, officer.token, 'stoke', 'ideas');
    await submitted(api, author.token, wide.slug, 'In the middle');
    const north = await submitted(api, author.token, wide.slug, 'Up north', { placeSlug: 'north' });
    await accept(api, officer.token, north);
    const ofNorth = await get('/places/north/you-said');
    const found = ofNorth.rounds.filter(({ roundSlug }: { roundSlug: string }) => roundSlug === wide.slug);

    expect(ofNorth.place).toMatchObject({ slug: 'north' });
    expect(found).toEqual([expect.objectContaining({ said: expect.objectContaining({ proposals: 1 }) })]);
    expect(ofNorth.rounds).toHaveLength(1);
    const { rounds } = await get('/places/stoke/you-said');
    expect(rounds.length).toBeGreaterThan(3);
  });

  it('hides drafts, and says what it does not know', async () => {
    const draft = await testRound(api, officer.token, 'stoke', 'draft');
    for (const [path, code] of [
      [`/rounds/${draft.slug}/you-said`, 'round.unknown'],
      ['/rounds/nowhere/you-said', 'round.unknown'],
      ['/places/nowhere/you-said', 'place.unknown'],
    ] as const) {
      const answer = await api.send('GET', path);
      expect([answer.statusCode, answer.json().title]).toEqual([404, code]);
    }
  });

  async function decided(slug: string): Promise<void> {
    const countId = await counted(api, officer.token, slug);
    for (const { token } of [officer, second])
      await api.send('POST', `/counts/${countId}/sign`, undefined, token);
    const { number } = (await api.send('POST', '/decisions', { countId }, officer.token)).json();
    const text = { title: 'What will be built', summary: 'Two of three.', reasons: 'We follow the count.' };
    const rest = { fairness: 'Every voter had the same share.', whatNext: 'Work begins in spring.' };
    await api.send('PUT', `/decisions/${number}`, { ...text, ...rest }, officer.token);
    await api.send(
      'POST',
      `/decisions/${number}/aims`,
      {
        indicatorCode: '2.2',
        direction: 'up',
        sizePoints: 4,
        population: 'People aged 16 and over',
        placeSlug: 'stoke',
        dueOn: '2099-11-30',
        mechanism: 'People meet.',
        comparisonPlaceSlugs: [],
      },
      officer.token,
    );
    await publishOutcome(api, slug, officer, second);
  }
});

/** As if an elector linked to this account had been given a pass. */
async function heldPass(api: TestApp, roundId: string, personId: string): Promise<void> {
  const [{ elector }] = await api.db.query<[{ elector: string }]>(
    `INSERT INTO roll.elector (election, style) VALUES ($1, 'all') RETURNING elector`,
    [roundId],
  );
  await api.db.query(
    `INSERT INTO roll.claim (election, person, elector, stage, origin, connection, decided_at)
     VALUES ($1, $2, $3, 'accepted', 'account', 'live', clock_timestamp())`,
    [roundId, personId, elector],
  );
  await api.db.query(
    `INSERT INTO roll.participation (election, elector, channel, blinded_sha256)
     VALUES ($1, $2, 'online', decode(repeat('00', 32), 'hex'))`,
    [roundId, elector],
  );
}
