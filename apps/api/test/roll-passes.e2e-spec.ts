import { constants, publicDecrypt } from 'node:crypto';

import { passKeyFrom, readRollSummary } from '@commonthread/ballot-protocol';
import { beginPass, finishPass } from '@commonthread/ballot-protocol/pass';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Roll } from '../src/roll/index.js';
import { IssuerKeys } from '../src/roll/passes/issuer-keys.js';
import { RollJobs } from '../src/roll/upkeep/roll-jobs.js';
import { SendNotices } from '../src/roll/passes/send-notices.js';
import { mailsTo } from './support/accounts.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { blindedMessage, issuerKey, onRoll } from './support/roll.js';
import { passDays, testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

const REASON = 'She lost her phone before she voted.';

describe('passes', () => {
  let api: TestApp;
  let officer: TestPerson;
  let second: TestPerson;
  let facilitator: TestPerson;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    await testPlace(api, 'north', { kind: 'ward', parent: 'city' });
    officer = await signedIn(api, { roles: [['officer', 'city']] });
    second = await signedIn(api, { roles: [['officer', 'city']] });
    facilitator = await signedIn(api, { roles: [['facilitator', 'city']] });
  });
  afterAll(() => api.close());

  /** A round that is being voted on, with so many voters on its roll. */
  const votingRound = async (voters: number) => {
    const round = await testRound(api, officer.token, 'north', 'review');
    const people = await Promise.all(Array.from({ length: voters }, () => signedIn(api)));
    const electors: string[] = [];
    for (const person of people) electors.push(await onRoll(api, round.id, person));
    await passDays(api, round.slug, 10);
    return {
      ...round,
      people: people as [TestPerson, ...TestPerson[]],
      electors: electors as [string, ...string[]],
    };
  };
  const ask = (slug: string, as: string, blinded = blindedMessage()) =>
    api.send('POST', `/rounds/${slug}/pass`, { blinded }, as);
  const paper = (slug: string, elector: string, as = facilitator.token) =>
    api.send('POST', `/rounds/${slug}/roll/paper`, { elector }, as);
  const rows = (election: string) =>
    api.db.query<{ channel: string }[]>('SELECT channel FROM roll.participation WHERE election = $1', [
      election,
    ]);
  const counted = async (election: string) => {
    const [{ n }] = await api.db.query(
      'SELECT coalesce(sum(n), 0)::int AS n FROM roll.issue_count WHERE election = $1',
      [election],
    );
    return n as number;
  };

  it('signs blindly: the signature is the blinded message to the private power', async () => {
    const { slug, id, people } = await votingRound(1);
    const blinded = blindedMessage();

    const answer = await ask(slug, people[0].token, blinded);

    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ election: id, style: 'all' });
    const signature = Buffer.from(answer.json().blindSignature, 'base64url');
    const opened = publicDecrypt(
      { key: await issuerKey(api, slug), padding: constants.RSA_NO_PADDING },
      signature,
    );
    expect(opened.toString('base64url')).toBe(blinded);
    expect(
      (await api.send('GET', `/rounds/${slug}/roll/me`, undefined, people[0].token)).json(),
    ).toMatchObject({
      onRoll: true,
      style: 'all',
      pass: 'online',
      whyNot: null,
      frozen: true,
    });
  });

  it('gives what a browser unblinds to a pass that the urn accepts', async () => {
    const { slug, id: election, people } = await votingRound(1);
    const [{ spki, style }] = (await api.send('GET', `/rounds/${slug}/issuer-keys`)).json();
    const cred = new Uint8Array(32).fill(7);
    const pending = await beginPass(spki, { election, style, cred });

    const { blindSignature } = (await ask(slug, people[0].token, pending.blinded)).json();
    const pass = await finishPass(pending, Buffer.from(blindSignature, 'base64url'), spki);

    const key = await passKeyFrom(spki);
    expect(await key.verify(pass, { election, style, cred })).toBe(true);
    expect(await key.verify(pass, { election, style, cred: cred.fill(8) })).toBe(false);
    const other = Buffer.alloc(384, 1);
    await expect(finishPass(pending, other, spki)).rejects.toThrow();
  });

  it('gives one of 100 parallel requests with different messages a pass (I1)', async () => {
    const { slug, id, people } = await votingRound(1);

    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(slug, people[0].token)));

    const codes = answers.map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 200)).toHaveLength(1);
    expect(codes.filter((code) => code === 409)).toHaveLength(99);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      title: 'roll.pass-already-issued',
      channel: 'online',
    });
    expect(await rows(id)).toEqual([{ channel: 'online' }]);
    expect(await counted(id)).toBe(1);
  });

  it('answers the same message 50 times with the same bytes, also with the key opened anew', async () => {
    const { slug, id, people } = await votingRound(1);
    const blinded = blindedMessage();
    const first = await ask(slug, people[0].token, blinded);
    api.app.get(IssuerKeys).forget(id); // as a process that starts afresh: it opens the sealed key again
    const answers = await Promise.all(Array.from({ length: 49 }, () => ask(slug, people[0].token, blinded)));

    expect(new Set([first, ...answers].map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(first.statusCode).toBe(200);
    expect(await rows(id)).toHaveLength(1);
    expect(await counted(id)).toBe(1);
  });

  it('knows one participation over all channels, whichever comes first', async () => {
    const { slug, id, people, electors } = await votingRound(22);
    const [person, other] = [people[0], people[1]!];

    expect((await ask(slug, person.token)).statusCode).toBe(200);
    const late = await paper(slug, electors[0]);
    expect([late.statusCode, late.json().title, late.json().channel]).toEqual([
      409,
      'roll.pass-already-issued',
      'online',
    ]);

    expect((await paper(slug, electors[1]!)).statusCode).toBe(204);
    const refused = await ask(slug, other.token);
    expect([refused.statusCode, refused.json().channel]).toEqual([409, 'paper']);
    expect((await paper(slug, electors[1]!)).statusCode).toBe(409);

    const together = await Promise.all(
      people.slice(2).map((voter, n) => Promise.all([ask(slug, voter.token), paper(slug, electors[n + 2]!)])),
    );
    for (const [online, onPaper] of together) {
      expect([online.statusCode, onPaper.statusCode].sort()).toEqual(
        online.statusCode === 200 ? [200, 409] : [204, 409],
      );
    }
    expect(await rows(id)).toHaveLength(22);
    expect(await counted(id)).toBe(22);
  });

  it('refuses before voting, after it, without an entry on the roll and without an account', async () => {
    const early = await testRound(api, officer.token, 'north', 'review');
    const person = await signedIn(api);
    await onRoll(api, early.id, person);
    const draft = await testRound(api, officer.token, 'north', 'draft');
    const { slug, people, electors } = await votingRound(1);
    const stranger = await signedIn(api);

    const code = async (answer: ReturnType<typeof ask>) => {
      const { statusCode, json } = await answer;
      return [statusCode, json().title];
    };
    expect(await code(ask(early.slug, person.token))).toEqual([409, 'roll.voting-not-open']);
    expect(await code(ask(draft.slug, person.token))).toEqual([404, 'round.unknown']);
    expect(await code(ask(slug, stranger.token))).toEqual([403, 'roll.not-on-roll']);
    expect(await code(api.send('POST', `/rounds/${slug}/pass`, { blinded: blindedMessage() }))).toEqual([
      401,
      'identity.sign-in-needed',
    ]);
    expect(await code(paper(slug, electors[0], stranger.token))).toEqual([403, 'identity.role-missing']);
    expect(await code(paper(slug, '4a1f7a1e-59a5-4d5a-a6a1-6a1c1a1f7a1e'))).toEqual([
      404,
      'roll.elector-unknown',
    ]);
    expect(await code(paper(early.slug, electors[0]))).toEqual([409, 'roll.voting-not-open']);
    await passDays(api, slug, 10);
    expect(await code(ask(slug, people[0].token))).toEqual([409, 'roll.voting-not-open']);
  });

  it('refuses what cannot be signed without using up the pass', async () => {
    const { slug, id, people } = await votingRound(1);
    const as = people[0].token;
    const send = async (body: object) =>
      (await api.send('POST', `/rounds/${slug}/pass`, body, as)).statusCode;

    expect(await send({})).toBe(400);
    expect(await send({ blinded: 'short' })).toBe(400);
    expect(await send({ blinded: `${'!'.repeat(512)}` })).toBe(400);
    expect(await send({ blinded: blindedMessage(), style: 'other' })).toBe(400);
    expect(await send({ blinded: Buffer.alloc(384, 255).toString('base64url') })).toBe(422);
    expect(await send({ blinded: Buffer.alloc(384).toString('base64url') })).toBe(422);
    expect(await rows(id)).toEqual([]);
    expect(await send({ blinded: blindedMessage() })).toBe(200);
  });

  it('tells people by mail that a pass was issued in their name, once', async () => {
    const { slug, people, electors } = await votingRound(2);
    const blinded = blindedMessage();
    await ask(slug, people[0].token, blinded);
    await ask(slug, people[0].token, blinded);
    await paper(slug, electors[1]!);

    await api.app.get(SendNotices).execute();
    await api.app.get(SendNotices).execute();

    const [online, ...more] = await mailsTo(api, people[0].email);
    expect(online?.subject).toBe('A ballot pass was issued in your name');
    expect(online?.links.some((link) => link.endsWith(`/rounds/${slug}`))).toBe(true);
    expect(more).toEqual([]);
    expect((await mailsTo(api, people[1]!.email))[0]?.subject).toBe('A paper ballot was issued in your name');
    expect(await api.db.query('SELECT 1 FROM roll.notice')).toEqual([]);
  });

  it('issues a lost pass again by two officers, and says how often', async () => {
    const { slug, id, people, electors } = await votingRound(1);
    const [elector] = electors;
    const reissues = `/rounds/${slug}/roll/reissues`;
    const nothing = await api.send('POST', reissues, { elector, reason: REASON }, officer.token);
    expect([nothing.statusCode, nothing.json().title]).toEqual([409, 'roll.nothing-to-reissue']);
    await ask(slug, people[0].token);

    const asked = await api.send('POST', reissues, { elector, reason: REASON }, officer.token);
    expect(asked.statusCode).toBe(201);
    const [{ id: reissue }] = asked.json();
    const twice = await api.send('POST', reissues, { elector, reason: REASON }, second.token);
    expect(twice.statusCode).toBe(409);
    const alone = await api.send('POST', `${reissues}/${reissue}/confirm`, undefined, officer.token);
    expect([alone.statusCode, alone.json().title]).toEqual([403, 'roll.another-officer-needed']);
    const outsider = await api.send('POST', `${reissues}/${reissue}/confirm`, undefined, facilitator.token);
    expect(outsider.statusCode).toBe(403);
    expect((await ask(slug, people[0].token)).statusCode).toBe(409);

    const confirmed = await api.send('POST', `${reissues}/${reissue}/confirm`, undefined, second.token);
    expect(confirmed.json()[0]).toMatchObject({ confirmedAt: expect.any(String), mine: false });
    expect((await ask(slug, people[0].token)).statusCode).toBe(200);
    expect((await ask(slug, people[0].token)).statusCode).toBe(409);
    expect(await rows(id)).toHaveLength(1);
    expect((await api.send('GET', `/rounds/${slug}/turnout`)).json().reissues).toBe(1);
    expect((await api.send('GET', `/rounds/${slug}/roll`, undefined, officer.token)).json()).toMatchObject({
      passes: 1,
      reissues: 1,
      reissueAlarm: true,
    });
    expect((await api.app.get(Roll).summary(id)).styles).toMatchObject([{ online: 1, reissued: 1 }]);
  });

  it('publishes turnout without counts that are too small, and exact counts for the export', async () => {
    const { slug, id, people, electors } = await votingRound(16);
    for (const person of people.slice(0, 12)) await ask(slug, person.token);
    for (const elector of electors.slice(12, 15)) await paper(slug, elector);

    const turnout = await api.send('GET', `/rounds/${slug}/turnout`);

    expect(turnout.json()).toEqual({
      electors: 16,
      passesOnline: 12,
      paperIssued: null,
      reissues: 0,
      days: [{ day: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), online: 12, paper: null }],
      smallestCount: 10,
    });
    const summary = await api.app.get(Roll).summary(id);
    expect(summary).toEqual({
      format: 'commonthread-roll-summary/1',
      election: id,
      styles: [{ style: 'all', electors: 16, online: 12, paper: 3, reissued: 0 }],
    });
    expect(readRollSummary(summary, 'summary')).toEqual(summary);
  });

  it('publishes the key once voting opens, and destroys its private half when the round is over', async () => {
    const { slug, id } = await votingRound(1);
    const early = await testRound(api, officer.token, 'north', 'review');
    expect((await api.send('GET', `/rounds/${early.slug}/issuer-keys`)).json()).toEqual([]);
    await expect(api.app.get(Roll).freeze(early.id)).rejects.toThrow('when voting opens');

    const [key] = (await api.send('GET', `/rounds/${slug}/issuer-keys`)).json();
    expect(key).toMatchObject({ style: 'all', variant: 'RSABSSA-SHA384-PSS-Randomized' });
    expect((await issuerKey(api, slug)).asymmetricKeyDetails).toMatchObject({
      modulusLength: 3072,
      publicExponent: 65537n,
    });
    expect(await api.app.get(Roll).issuerKeys(id)).toMatchObject([{ sha256: key.sha256 }]);

    const privateHalves = () =>
      api.db.query(
        'SELECT issuer_private_sealed IS NOT NULL AS there FROM roll.issuer_key WHERE election = $1',
        [id],
      );
    await api.app.get(RollJobs).keep();
    expect(await privateHalves()).toEqual([{ there: true }]);
    await api.send('POST', `/rounds/${slug}/cancel`, { reason: 'The money is gone.' }, officer.token);
    await api.app.get(RollJobs).keep();
    expect(await privateHalves()).toEqual([{ there: false }]);
    expect((await api.send('GET', `/rounds/${slug}/issuer-keys`)).json()).toEqual([key]);
  });

  it('forgets who took part half a year after the vote, and keeps the counts', async () => {
    const { slug, id, people, electors } = await votingRound(2);
    await ask(slug, people[0].token);
    await paper(slug, electors[1]!);
    const jobs = api.app.get(RollJobs);
    await passDays(api, slug, 180);
    await jobs.keep();
    expect(await rows(id)).toHaveLength(2);
    const before = await api.app.get(Roll).summary(id);

    await passDays(api, slug, 20);
    await jobs.keep();
    await jobs.keep();

    for (const table of ['participation', 'claim', 'match_key', 'notice']) {
      expect(await api.db.query(`SELECT 1 FROM roll.${table} WHERE election = $1`, [id])).toEqual([]);
    }
    expect(before.styles).toMatchObject([{ electors: 2, online: 1, paper: 1 }]);
    expect(await api.app.get(Roll).summary(id)).toEqual(before);
  });
});
