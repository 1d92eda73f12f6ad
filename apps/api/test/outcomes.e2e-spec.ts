import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { settled } from './support/outbox.js';
import { anAim, DECISION_TEXT } from './support/outcomes.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';
import { votedRound, type VotedRound } from './support/voted.js';

const CONTACT = {
  CONTACT_NAME: 'Participation team',
  CONTACT_EMAIL: 'team@council.example',
  CONTACT_PHONE: '01782 234567',
};
const NOTHING = 'a'.repeat(64);

describe('publishing an outcome', () => {
  let api: TestApp;
  let ada: TestPerson;
  let ben: TestPerson;
  let auditor: TestPerson;
  let author: TestPerson;
  let friend: TestPerson;
  let stranger: TestPerson;
  let vote: VotedRound;
  let decision: string;
  beforeAll(async () => {
    api = await testApp(CONTACT);
    await testPlace(api, 'stoke', { name: 'Stoke-on-Trent' });
    await testPlace(api, 'elsewhere');
    ada = await signedIn(api, { roles: [['officer', 'stoke']], displayName: 'Ada' });
    ben = await signedIn(api, { roles: [['officer', 'stoke']], displayName: 'Ben' });
    auditor = await signedIn(api, { roles: [['auditor', 'stoke']] });
    stranger = await signedIn(api, { roles: [['officer', 'elsewhere']] });
    [author, friend] = await Promise.all([signedIn(api), signedIn(api)]);
    vote = await votedRound(api, { officer: ada, second: ben, author, friend });
  }, 60_000);
  afterAll(() => api.close());

  const send = async (method: 'GET' | 'POST' | 'PUT', path: string, as?: TestPerson, body?: object) => {
    const answer = await api.send(method, path, body, as?.token);
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
  };
  const office = async (as = ada) => (await send('GET', `/rounds/${vote.slug}/outcome`, as)).body;
  const act = async (name: 'propose' | 'confirm' | 'withdraw', as: TestPerson, digest?: string) => {
    const seen = digest ?? (await office()).digest ?? NOTHING;
    const { status, body } = await send('POST', `/rounds/${vote.slug}/outcome/${name}`, as, { digest: seen });
    return status === 200 ? 200 : [status, body.title];
  };
  const missing = async () =>
    (await office()).needs
      .filter(({ met }: { met: boolean }) => !met)
      .map(({ code }: { code: string }) => code);
  const write = (text: object) => send('PUT', `/decisions/${decision}`, ada, { ...DECISION_TEXT, ...text });
  const rowsAfter = (sql: string) => api.db.query<unknown[]>(sql);

  it('names everything that is missing, from the vote to the letters', async () => {
    await api.db.query(`UPDATE held_votes SET stage = 'open', stored_at = NULL WHERE round_id = $1`, [
      vote.id,
    ]);
    expect(await missing()).toEqual([
      ...['vote-finished', 'count-signed', 'decision-drafted', 'reasons', 'aim', 'letters'],
    ]);
    await vote.store();
    expect(await missing()).not.toContain('vote-finished');

    const countId = await vote.count();
    decision = (await send('POST', '/decisions', ada, { countId })).body.number;
    const [, , last] = (await send('GET', `/decisions/${decision}`, ada)).body.items;
    await write({ summary: '', items: [{ proposalNumber: last.proposalNumber, reason: ' ' }] });
    expect(await missing()).toEqual(['decision-drafted', 'reasons', 'aim', 'letters']);
    const { status, body } = await send('POST', `/rounds/${vote.slug}/outcome/propose`, ada, {
      digest: NOTHING,
    });
    expect([status, body.title, body.missing]).toEqual([
      ...[422, 'outcome.not-ready'],
      ['decision-drafted', 'reasons', 'aim', 'letters'],
    ]);

    await write({
      items: [{ proposalNumber: last.proposalNumber, reason: 'It cost too much. There is more.' }],
    });
    await send('POST', `/decisions/${decision}/aims`, ada, anAim());
    expect(await missing()).toEqual([]);
  });

  it('previews all that goes out: letters, numbers of people by kind, the sheet, the files', async () => {
    const { letters, told, sheet, files, contact, unanswered } = await office(auditor);

    expect(letters).toHaveLength(3);
    expect(letters.find(({ funded }: { funded: boolean }) => !funded)).toMatchObject({
      reason: 'It cost too much. There is more.',
      questions: expect.stringContaining('team@council.example'),
    });
    expect(told).toEqual({
      ...{ authors: 3, coAuthors: 1, supporters: 1, commenters: 0, followers: 0, voters: 1 },
      people: 2,
    });
    expect(sheet).toMatchObject({
      draft: true,
      voters: { total: 40, online: 28, paper: 12, electors: 80 },
      contact: { name: 'Participation team', phone: '01782 234567' },
      notChosen: [{ why: 'It cost too much.' }],
    });
    expect(files.map(({ address }: { address: string }) => address)).toContain(
      `/api/rounds/${vote.slug}/ballots.pb`,
    );
    expect(contact.email).toBe('team@council.example');
    expect(unanswered).toBe(1);
  });

  it('is for officers of the place; others read nothing of it', async () => {
    const path = `/rounds/${vote.slug}/outcome`;
    for (const person of [author, stranger]) {
      expect((await send('GET', path, person)).status).toBe(403);
      for (const name of ['propose', 'confirm', 'withdraw'] as const)
        expect(await act(name, person)).toEqual([403, 'identity.role-missing']);
    }
    expect(await act('propose', auditor)).toEqual([403, 'identity.role-missing']);
    expect((await send('GET', path)).status).toBe(401);
    expect((await send('GET', `/rounds/${vote.slug}/press`)).body.title).toBe('outcome.not-published');
    expect((await send('GET', `/rounds/${vote.slug}/press`, author)).status).toBe(404);
    expect((await send('GET', `/rounds/${vote.slug}/press`, ben)).body.draft).toBe(true);
    expect((await send('GET', '/rounds/nowhere/outcome', ada)).body.title).toBe('round.unknown');
  });

  it.each([{}, { digest: 'short' }, { digest: 7 }, { digest: NOTHING, more: 1 }])(
    'refuses a malformed body: %j',
    async (body) => {
      for (const name of ['propose', 'confirm'])
        expect((await send('POST', `/rounds/${vote.slug}/outcome/${name}`, ada, body)).status).toBe(400);
    },
  );

  it('is proposed by one, confirmed by no one who proposed it, and may be withdrawn', async () => {
    expect(await act('confirm', ben)).toEqual([409, 'outcome.not-proposed']);
    expect(await act('withdraw', ben)).toEqual([409, 'outcome.not-proposed']);
    expect(await act('propose', ada, NOTHING)).toEqual([409, 'outcome.stale']);
    expect(await act('propose', ada)).toBe(200);
    expect(await act('propose', ben)).toEqual([409, 'outcome.proposed']);
    expect(await act('confirm', ada)).toEqual([409, 'outcome.same-officer']);
    expect((await office(ada)).proposed).toMatchObject({ by: 'Officer Ada', mine: true, stale: false });
    expect((await send('GET', '/outcomes/waiting', ben)).body).toMatchObject([
      { roundSlug: vote.slug, proposed: { mine: false } },
    ]);
    expect((await send('GET', '/outcomes/waiting', stranger)).body).toEqual([]);

    expect(await act('withdraw', ada)).toBe(200);
    expect((await office()).proposed).toBeNull();
  });

  it('goes stale when a word changes between preview and confirmation', async () => {
    const before = (await office()).digest;
    await act('propose', ada, before);
    await write({ summary: 'Two of the three.' });

    expect((await office()).proposed.stale).toBe(true);
    expect(await act('confirm', ben)).toEqual([409, 'outcome.stale']);
    expect(await act('confirm', ben, before)).toEqual([409, 'outcome.stale']);
    expect(await act('propose', ben)).toBe(200);
    expect((await office()).proposed).toMatchObject({ by: 'Officer Ben', stale: false });
    expect(await act('confirm', ada, before)).toEqual([409, 'outcome.stale']);
  });

  it('is refused by the database, too: one officer, a changed proposal, a second one', async () => {
    for (const [sql, words] of [
      [
        `UPDATE outcomes SET confirmed_by = proposed_by, confirmed_at = now(), told = '{}' WHERE withdrawn_at IS NULL`,
        'confirmed_by_another',
      ],
      [`UPDATE outcomes SET preview_sha256 = '${NOTHING}' WHERE withdrawn_at IS NULL`, 'never changes'],
      [`UPDATE outcomes SET confirmed_at = now() WHERE withdrawn_at IS NULL`, 'confirmed_whole'],
      [
        `INSERT INTO outcomes (round_id, decision_id, preview_sha256, proposed_by)
         SELECT round_id, decision_id, preview_sha256, proposed_by FROM outcomes WHERE withdrawn_at IS NULL`,
        'outcomes_once',
      ],
      ['DELETE FROM outcomes', ''],
    ] as const)
      await expect(api.db.query(sql)).rejects.toThrow(words);
  });

  it('leaves all as it was when it breaks off in the middle', async () => {
    const everything = () =>
      rowsAfter(
        `SELECT (SELECT jsonb_agg(d ORDER BY d.number) FROM decisions d) AS decisions,
           (SELECT jsonb_agg(v) FROM decision_versions v) AS versions, (SELECT jsonb_agg(a) FROM aims a) AS aims,
           (SELECT jsonb_agg(p ORDER BY p.number) FROM proposals p) AS proposals,
           (SELECT jsonb_agg(c) FROM counts c) AS counts, (SELECT jsonb_agg(o ORDER BY o.id) FROM outcomes o) AS outcomes,
           (SELECT jsonb_agg(r ORDER BY r.id) FROM rounds r) AS rounds, (SELECT count(*) FROM outbox) AS events,
           (SELECT count(*) FROM decision_letters) AS letters, (SELECT count(*) FROM audit_events) AS audited`,
      );
    await settled(api);
    const before = await everything();
    // The last thing but the audit: everything else has been written by then.
    await api.db.query(
      `CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$;
       CREATE TRIGGER break_off BEFORE INSERT ON outbox FOR EACH ROW WHEN (NEW.name = 'decision.published')
         EXECUTE FUNCTION break_off()`,
    );
    expect(await act('confirm', ada)).toEqual([500, expect.any(String)]);
    await api.db.query('DROP TRIGGER break_off ON outbox');

    expect(await everything()).toEqual(before);
    expect((await send('GET', `/rounds/${vote.slug}`)).body.state).toBe('counting');
  });

  it('publishes everything at once, by two', async () => {
    const { digest } = await office();
    const both = await Promise.all([act('confirm', ada, digest), act('confirm', ada, digest)]);
    expect(both).toContain(200);
    expect(both).toContainEqual([409, 'outcome.published']);
    await settled(api);

    expect((await send('GET', `/decisions/${decision}`)).body).toMatchObject({ state: 'published' });
    expect((await send('GET', `/rounds/${vote.slug}`)).body).toMatchObject({
      state: 'decided',
      decisionNumber: decision,
    });
    expect((await send('GET', `/rounds/${vote.slug}/results`)).body.state).toBe('published');
    expect((await api.send('GET', `/rounds/${vote.slug}/ballots.pb`)).statusCode).toBe(200);
    const states = await Promise.all(
      vote.numbers.map(async (number) => (await send('GET', `/proposals/${number}`)).body.state),
    );
    expect(states.sort()).toEqual(['funded', 'funded', 'not-funded']);
    const press = (await send('GET', `/rounds/${vote.slug}/press`)).body;
    expect(press).toMatchObject({ draft: false, decisionNumber: decision, publishedAt: expect.any(String) });
  });

  it('says who published it and that everybody who was to hear has heard, once', async () => {
    const { published, proposed } = await office();

    expect(proposed).toBeNull();
    expect(published).toMatchObject({ by: ['Officer Ben', 'Officer Ada'], letters: 3 });
    expect(published.sent).toEqual(published.told);
    const ofDecision = ({ decisionNumber, fate }: { decisionNumber: string; fate: string }) =>
      decisionNumber === decision && ['funded', 'not-funded', 'decided'].includes(fate);
    const notices = (await send('GET', '/notices', author)).body.items.filter(ofDecision);
    expect(notices).toHaveLength(3);
    expect(notices.every(({ hasLetter }: { hasLetter: boolean }) => hasLetter)).toBe(true);
    expect(
      (await send('GET', '/notices', friend)).body.items
        .filter(ofDecision)
        .map(({ because }: { because: string }) => because)
        .sort(),
    ).toEqual(['author', 'support', 'vote']);
  });

  it('shows the letter to its authors and officers alone', async () => {
    const number = vote.numbers[0];
    const path = `/proposals/${number}/decision-letter`;

    expect((await send('GET', path, author)).body).toMatchObject({
      proposalNumber: number,
      decisionNumber: decision,
    });
    expect((await send('GET', path, ben)).status).toBe(200);
    for (const person of [friend, stranger])
      expect((await send('GET', `/proposals/${vote.numbers[2]}/decision-letter`, person)).body.title).toBe(
        'decision.no-letter',
      );
    expect((await send('GET', path)).status).toBe(401);
  });

  it('is published once, and for good', async () => {
    for (const name of ['propose', 'confirm', 'withdraw'] as const)
      expect(await act(name, ben, NOTHING)).toEqual([409, 'outcome.published']);
    await expect(api.db.query(`UPDATE outcomes SET told = '{}'`)).rejects.toThrow('never changes');
    await expect(api.db.query(`UPDATE decision_letters SET letter = '{}'`)).rejects.toThrow();
  });
});
