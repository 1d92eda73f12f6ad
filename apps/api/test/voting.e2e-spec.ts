import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

import { EXPORT_FILES, type Manifest, type Result } from '@commonthread/ballot-protocol';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { crawl } from './support/crawl.js';
import { counted, until } from './support/elections.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';
import { built, type UrnProcess, urnProcess } from './support/urn-process.js';
import { cast, voter, type Voter } from './support/voters.js';
import * as votes from './support/votes.js';
import { CANARY, type OpenVote, type Vote } from './support/votes.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const REASON = 'Everybody on the list has voted.';

interface Voting {
  readonly stage: string;
  readonly open: boolean;
  readonly manifestSha256: string | null;
  readonly published: boolean;
  readonly office: {
    readonly failure: string | null;
    readonly alarm: boolean;
    readonly closeAsked: { readonly mine: boolean } | null;
  } | null;
}

describe('a vote, from the frozen paper to the verified export', () => {
  let urn: UrnProcess;
  let api: TestApp;
  let ada: TestPerson;
  let ben: TestPerson;
  let resident: TestPerson;
  beforeAll(async () => {
    urn = await urnProcess();
    api = await testApp(urn.settings);
    await testPlace(api, 'city');
    ada = await signedIn(api, { roles: [['officer', 'city']] });
    ben = await signedIn(api, { roles: [['officer', 'city']] });
    resident = await signedIn(api);
  }, 120_000);
  afterAll(async () => {
    await api?.close();
    await urn?.stop();
  });

  const post = (path: string, who: TestPerson, body?: object) => api.send('POST', path, body, who.token);
  const voting = async (slug: string, who = ada): Promise<Voting> =>
    (await api.send('GET', `/rounds/${slug}/voting`, undefined, who.token)).json();
  const inUrn = async <T>(path: string): Promise<T> =>
    (await fetch(`${urn.address}/elections/${path}`)).json() as T;

  const roundToVoteOn = (people: number): Promise<Vote> =>
    votes.roundToVoteOn(api, { officer: ada, author: resident }, people);
  const open = (people: number): Promise<OpenVote> =>
    votes.openVote(api, urn, { officer: ada, author: resident }, people);
  const passes = (vote: OpenVote, n: number): Promise<Voter[]> => votes.passes(api, vote, n);

  describe('opening', () => {
    it('gives the ballot box one manifest, however often it is asked', async () => {
      const { id, slug } = await open(1);
      const first = await voting(slug);
      const again = (await post(`/rounds/${slug}/voting/go-on`, ben)).json<Voting>();
      const known = await inUrn<{ manifestSha256: string; manifest: Manifest }>(id);
      const round = (await api.send('GET', `/rounds/${slug}`)).json();

      expect(first).toMatchObject({ stage: 'open', open: true, manifestSha256: known.manifestSha256 });
      expect(again.manifestSha256).toBe(first.manifestSha256);
      expect(known.manifest).toMatchObject({ election: id, paperSha256: round.paperSha256 });
      expect(known.manifest.styles[0]).toMatchObject({ voteType: 'approval', limits: { maxLength: 5 } });
    });

    it('is for officers, and shows the public no office', async () => {
      const { slug } = await open(1);
      for (const act of ['go-on', 'close', 'finish']) {
        const answer = await post(
          `/rounds/${slug}/voting/${act}`,
          resident,
          act === 'close' ? { reason: REASON } : undefined,
        );
        expect(answer.json().title).toBe('identity.role-missing');
        expect((await api.send('POST', `/rounds/${slug}/voting/${act}`)).statusCode).toBe(401);
      }
      expect((await voting(slug, resident)).office).toBeNull();
    });
  });

  describe('the whole way', () => {
    let vote: OpenVote;
    let voters: Voter[];
    const folder = mkdtempSync(join(tmpdir(), 'export-'));
    beforeAll(async () => {
      vote = await open(33);
      voters = await passes(vote, 28);
    }, 60_000);
    afterAll(() => rmSync(folder, { recursive: true }));

    it('shows nothing about any project before voting closes, whoever asks and wherever', async () => {
      const [canary, court] = vote.projects;
      const administrator = await signedIn(api, {
        roles: [
          ['administrator', 'city'],
          ['officer', 'city'],
          ['auditor', 'city'],
        ],
      });
      const values = { slug: vote.slug, number: canary, place: 'city', round: vote.slug };
      const before = await crawl(api, administrator.token, values);
      for (const [n, one] of voters.entries()) {
        const { status, text } = await cast(urn.address, one.ballot(n === 0 ? [court] : [canary]));
        expect([status, text]).toEqual([200, expect.stringContaining('signature')]);
      }
      // Twenty make a batch; those after it wait for the next.
      await until(
        api,
        `/rounds/${vote.slug}/voting`,
        ada.token,
        ({ office }: { office: { ballotBox: { ballots: number } } }) => office.ballotBox.ballots >= 20,
      );
      const after = await crawl(api, administrator.token, values);

      // The mailbox of the demo has mails of what happened before the vote, which come when they come.
      const changed = [...after.keys()].filter(
        (route) => before.get(route) !== after.get(route) && route !== '/api/mailbox',
      );
      expect([...after.values()].some((answer) => answer.includes(CANARY))).toBe(true);
      expect(changed.filter((route) => after.get(route)?.includes(CANARY))).toEqual([]);
      // What did change are counts of ballots, and what the clock changes.
      expect(changed).toContain('/api/rounds/{slug}/voting');
      expect((await post(`/rounds/${vote.slug}/counts`, ada, {})).json().title).toBe('count.no-ballots');
      for (const file of EXPORT_FILES) {
        expect((await fetch(`${urn.address}/elections/${vote.id}/export/${file}`)).status).toBe(404);
        const answer = await api.send(
          'GET',
          `/rounds/${vote.slug}/export/${file}`,
          undefined,
          administrator.token,
        );
        expect(answer.json().title).toBe('export.not-published');
      }
    }, 60_000);

    it('lets a vote be changed', async () => {
      const [canary, court, trees] = vote.projects;
      expect((await cast(urn.address, voters[1]!.ballot([court, trees], 2))).status).toBe(200);
      expect((await cast(urn.address, voters[1]!.ballot([canary], 2))).status).toBe(409);
    });

    it('takes paper counted by two, entered twice and sealed by two', async () => {
      const { slug, projects, electors } = vote;
      for (const elector of electors.slice(28, 32)) {
        expect((await post(`/rounds/${slug}/roll/paper`, ada, { elector })).statusCode).toBe(204);
      }
      const path = `/rounds/${slug}/paper-batches`;
      const count = { batch: 'library', issued: 4, inBox: 4, spoiled: 0, returned: 0, missing: 0 };
      expect((await post(path, ada, count)).json()).toMatchObject([{ stage: 'counted-once', mine: true }]);
      const [blind] = (await api.send('GET', path, undefined, ben.token)).json();
      expect(blind).toMatchObject({ stage: 'counted-once', mine: false, issued: null, inBox: null });
      expect((await post(path, ben, { ...count, inBox: 3 })).json().title).toBe('voting.officers-differ');
      expect((await post(path, ben, count)).json()).toMatchObject([{ stage: 'first-entry' }]);

      const { id: print, serials } = (await post(`/rounds/${slug}/paper-sheets`, ada, { copies: 4 })).json<{
        id: string;
        serials: string[];
      }>();
      const sheets = serials.map((serial) => ({ serial, style: 'all', choices: [projects[2]] }));
      expect(new Set(serials).size).toBe(4);
      const again = await api.send('GET', `/rounds/${slug}/paper-sheets/${print}`, undefined, ben.token);
      expect(again.json().serials).toEqual([...serials].sort());

      const one = { sheets: [sheets[0]], isLast: false };
      const foreign = await post(`${path}/library/sheets`, ada, {
        sheets: [{ ...sheets[0], serial: 'S0001AAA' }],
        isLast: false,
      });
      expect([foreign.statusCode, foreign.json().title]).toEqual([422, 'voting.serial-unknown']);
      expect((await post(`${path}/library/sheets`, ada, one)).json()).toEqual({ turn: 1, keyed: 1 });
      const [underWay] = (await api.send('GET', path, undefined, ada.token)).json();
      expect(underWay).toMatchObject({ stage: 'first-entry', keyer: 'reader', entered: 1 });
      const withdraw = (who: TestPerson, serial = serials[0]) =>
        post(`${path}/library/sheets/withdraw`, who, { serial });
      expect((await withdraw(ben)).json().title).toBe('paper.same-person');
      expect((await withdraw(resident)).json().title).toBe('identity.role-missing');
      expect((await post(`${path}/library/sheets/withdraw`, ada, {})).statusCode).toBe(400);
      expect((await withdraw(ada)).json()).toEqual({ turn: 1, keyed: 0 });
      expect((await withdraw(ada)).json().title).toBe('paper.sheet-unknown');
      const keyed = (who: TestPerson) => post(`${path}/library/sheets`, who, { sheets, isLast: true });
      expect((await keyed(ada)).json()).toEqual({ turn: 1, keyed: 4 });
      expect((await keyed(ada)).json().title).toBe('paper.same-person');
      expect((await keyed(ben)).json()).toEqual({ turn: 2, keyed: 4 });
      const differences = await api.send('GET', `${path}/library/differences`, undefined, ada.token);
      expect(differences.json().title).toBe('voting.not-at-this-stage');

      expect((await post(`${path}/library/seal`, ada, {})).json()).toMatchObject([{ stage: 'sealed-once' }]);
      expect((await post(`${path}/library/seal`, ada, {})).json()).toMatchObject([{ stage: 'sealed-once' }]);
      expect((await post(`${path}/library/seal`, ben, {})).json()).toMatchObject([
        { stage: 'sealed', keyed: 4 },
      ]);
      expect((await post(`${path}/library/seal`, ben, {})).statusCode).toBe(409);
    });

    it('is closed by two different officers', async () => {
      const { slug, people, manifest } = vote;
      const last = await voter(api, slug, manifest, people[32]!.token);
      const close = async (who: TestPerson): Promise<Voting> =>
        (await post(`/rounds/${slug}/voting/close`, who, { reason: REASON })).json();
      expect(await close(ada)).toMatchObject({ stage: 'open', office: { closeAsked: { mine: true } } });
      expect(await close(ada)).toMatchObject({ stage: 'open' });
      expect((await cast(urn.address, last.ballot([]))).status).toBe(200);
      expect(await close(ben)).toMatchObject({ stage: 'closed', open: false, office: { failure: null } });

      expect((await cast(urn.address, voters[2]!.ballot([], 2))).status).toBe(410);
      expect((await api.send('GET', `/rounds/${slug}`)).json().state).toBe('counting');
      expect((await post(`/rounds/${slug}/voting/close`, ada, { reason: REASON })).json().title).toBe(
        'voting.not-at-this-stage',
      );
    });

    it('is finished, verified and counted as the ballot box counted it', async () => {
      const { id, slug } = vote;
      const finish = (who: TestPerson) => post(`/rounds/${slug}/voting/finish`, who);
      for (let said = 0; said < 2; said++) {
        expect((await finish(ada)).json()).toMatchObject({
          stage: 'closed',
          office: { finishAsked: { mine: true } },
        });
      }
      expect((await voting(slug, ben)).office).toMatchObject({ finishAsked: { mine: false } });
      expect((await finish(ben)).statusCode).toBe(202);
      const stored = await until<Voting>(
        api,
        `/rounds/${slug}/voting`,
        ada.token,
        ({ stage, office }) => stage === 'stored' || office?.failure !== null,
      );
      const back = await post(`/rounds/${slug}/override`, ada, { phase: 'voting', reason: REASON });
      expect(back.json().title).toBe('round.already-counted');
      const record = (await api.send('GET', `/rounds/${slug}/paper-record`)).json();
      expect(record).toEqual({
        batches: [
          {
            ...{ batch: 'library', issued: 4, inBox: 4, spoiled: 0, returned: 0, missing: 0 },
            ...{ keyed: 4, discrepancy: null },
          },
        ],
        sample: null,
      });
      expect(stored).toMatchObject({
        stage: 'stored',
        office: { failure: null, exportFaults: 0, alarm: false },
      });
      expect((await api.send('GET', `/rounds/${slug}/export`)).json().title).toBe('export.not-published');

      const countId = await counted(api, ada.token, slug);
      for (const who of [ada, ben]) await post(`/counts/${countId}/sign`, who);
      expect((await post(`/counts/${countId}/publish`, ada)).statusCode).toBe(200);

      const results = (await api.send('GET', `/rounds/${slug}/results`)).json();
      const [style] = (await inUrn<Result>(`${id}/export/result.json`)).styles;
      expect(results.voters).toBe(33);
      expect(style?.ballots).toBe(33);
      const funded = results.projects.filter(({ funded }: { funded: boolean }) => funded);
      expect(funded.map(({ ballotId }: { ballotId: string }) => ballotId)).toEqual(style?.winners);
      const votes = (list: readonly { votes: number }[]) => list.map(({ votes }) => votes).sort();
      expect(votes(results.projects)).toEqual(votes(style?.projects ?? []));
      expect(votes(results.projects)).toEqual([2, 26, 5].sort());
    }, 60_000);

    it('is published whole, and both verifiers accept every byte', async () => {
      const list = (await api.send('GET', `/rounds/${vote.slug}/export`)).json<
        { file: string; address: string; sha256: string; bytes: number }[]
      >();
      expect(list.map(({ file }) => file)).toEqual([...EXPORT_FILES]);
      for (const { file, address, sha256, bytes } of list) {
        const answer = await api.send('GET', address.replace('/api', ''));
        expect(answer.statusCode).toBe(200);
        expect(createHash('sha256').update(answer.rawPayload).digest('hex')).toBe(sha256);
        expect(answer.rawPayload.length).toBe(bytes);
        writeFileSync(join(folder, file), answer.rawPayload);
      }
      built('apps/cli');
      const node = await run(process.execPath, [join(root, 'apps/cli/dist/main.js'), 'verify', folder]);
      expect(node.stdout).toMatch(/30 online by 29 passes \(1 replaced later\), 4 on paper/);
      const python = await run('python3', [join(root, 'tools/verify-python/verify.py'), folder]);
      expect(python.stdout).toMatch(/^ok/m);
    }, 60_000);
  });

  describe('an officer who moves or cancels the round', () => {
    const move = (slug: string, phase: string) =>
      post(`/rounds/${slug}/override`, ada, { phase, reason: REASON });
    const cancel = (slug: string) => post(`/rounds/${slug}/cancel`, ada, { reason: REASON });

    it('ends no vote alone: both sides stay open until two have closed it', async () => {
      const vote = await open(2);
      for (const phase of ['counting', 'decided', 'closed']) {
        expect((await move(vote.slug, phase)).json().title).toBe('voting.still-open');
      }
      expect((await cancel(vote.slug)).json().title).toBe('voting.still-open');
      const [one] = await passes(vote, 1);
      expect((await cast(urn.address, one!.ballot([]))).status).toBe(200);
      expect((await move(vote.slug, 'voting')).statusCode).toBe(200);

      await post(`/rounds/${vote.slug}/roll/paper`, ada, { elector: vote.electors[1]! });
      for (const who of [ada, ben]) await post(`/rounds/${vote.slug}/voting/close`, who, { reason: REASON });
      expect(await voting(vote.slug)).toMatchObject({ stage: 'closed' });
      expect((await move(vote.slug, 'voting')).json().title).toBe('voting.over');
      expect((await move(vote.slug, 'counting')).statusCode).toBe(200);

      const finish = (await post(`/rounds/${vote.slug}/voting/finish`, ada)).json();
      expect(finish).toMatchObject({ title: 'voting.paper-unaccounted', issued: 1, accounted: 0 });
      expect((await cancel(vote.slug)).statusCode).toBe(200);
      expect((await inUrn<{ state: string }>(vote.id)).state).toBe('closed');
    });

    it('may do so before the ballot box has heard of the round', async () => {
      const { slug, id } = await roundToVoteOn(1);
      expect((await move(slug, 'counting')).statusCode).toBe(200);
      await post(`/rounds/${slug}/voting/go-on`, ada);
      expect((await fetch(`${urn.address}/elections/${id}`)).status).toBe(404);
    });
  });

  describe('the check of the paper by dice', () => {
    const SEED = '6251436152';
    const announcement = (thrownAt: number, sheets = 2) => ({
      ...{ sheets, place: 'Town hall, council chamber' },
      thrownAt: new Date(thrownAt).toISOString(),
    });

    it('is announced, drawn, compared and told to all, each by the right people and once', async () => {
      const { slug, electors, projects } = await open(3);
      const path = `/rounds/${slug}/paper-sample`;
      const why = (answer: { json(): { title: string; why?: string } }) => {
        const { title, why } = answer.json();
        return [title, why];
      };
      expect((await post(path, resident, announcement(Date.now() + 9_000))).json().title).toBe(
        'identity.role-missing',
      );
      expect((await post(path, ada, { sheets: 0 })).statusCode).toBe(400);
      expect(why(await post(path, ada, announcement(Date.now() - 1000)))).toEqual([
        'voting.sample-not-at-this-step',
        'in-the-past',
      ]);
      expect(why(await post(`${path}/draw`, ada, { seed: SEED }))[1]).toBe('not-announced');
      expect((await post(path, ada, announcement(Date.now() + 3600_000))).statusCode).toBe(200);
      expect(why(await post(path, ben, announcement(Date.now() + 3600_000)))[1]).toBe('announced-before');
      expect(why(await post(`${path}/draw`, ada, { seed: SEED }))[1]).toBe('too-early');
      await expect(api.db.query('UPDATE announced_samples SET sheets = 1')).rejects.toThrow(
        'does not change',
      );
      await api.db.query('ALTER TABLE announced_samples DISABLE TRIGGER USER');
      await api.db.query(
        `UPDATE announced_samples SET announced_at = announced_at - interval '2 hours', thrown_at = thrown_at - interval '2 hours'`,
      );
      await api.db.query('ALTER TABLE announced_samples ENABLE TRIGGER USER');

      for (const elector of electors) await post(`/rounds/${slug}/roll/paper`, ada, { elector });
      const { serials } = (await post(`/rounds/${slug}/paper-sheets`, ada, { copies: 3 })).json<{
        serials: string[];
      }>();
      const sheets = serials.map((serial) => ({ serial, style: 'all', choices: [projects[1]] }));
      const batches = `/rounds/${slug}/paper-batches`;
      const count = { batch: 'hall', issued: 3, inBox: 3, spoiled: 0, returned: 0, missing: 0 };
      for (const who of [ada, ben]) await post(batches, who, count);
      for (const who of [ada, ben]) await post(`${batches}/hall/sheets`, who, { sheets, isLast: true });
      for (const who of [ada, ben]) await post(`${batches}/hall/seal`, who, {});
      for (const who of [ada, ben]) await post(`/rounds/${slug}/voting/close`, who, { reason: REASON });
      for (const who of [ada, ben]) await post(`/rounds/${slug}/voting/finish`, who);
      await until<Voting>(api, `/rounds/${slug}/voting`, ada.token, ({ stage }) => stage === 'stored');

      expect((await post(`${path}/draw`, ada, { seed: 'dice' })).statusCode).toBe(400);
      expect(why(await post(`${path}/outcome`, ada, { errors: 0 }))[1]).toBe('not-drawn');
      const once = (await post(`${path}/draw`, ada, { seed: SEED })).json();
      expect(once).toMatchObject({ asked: { act: 'draw', mine: true }, sheets: [] });
      expect((await post(`${path}/draw`, ben, { seed: '1111111111' })).json().title).toBe(
        'voting.officers-differ',
      );
      const drawn = (await post(`${path}/draw`, ben, { seed: SEED })).json();
      expect(drawn.sample).toMatchObject({ seed: SEED, sheets: 2, errors: null });
      expect(drawn.sheets).toHaveLength(2);
      expect(drawn.sheets[0]).toMatchObject({ batch: 'hall', choices: [projects[1]] });
      expect(serials).toEqual(expect.arrayContaining(drawn.sample.serials));

      expect((await post(`${path}/outcome`, ada, { errors: -1 })).statusCode).toBe(400);
      await post(`${path}/outcome`, ada, { errors: 1, note: 'One tick was read on the wrong line.' });
      expect((await post(`${path}/outcome`, ben, { errors: 0 })).json().title).toBe('voting.officers-differ');
      await post(`${path}/outcome`, ben, { errors: 1 });
      expect((await api.send('GET', `/rounds/${slug}/paper-record`)).json().sample).toMatchObject({
        seed: SEED,
        errors: 1,
        note: 'One tick was read on the wrong line.',
      });
    }, 60_000);
  });

  it('is closed by the clock when nobody acts', async () => {
    const { slug } = await roundToVoteOn(1);
    await api.db.query(
      `UPDATE rounds SET voting_closes_at = clock_timestamp() + interval '2 seconds' WHERE slug = $1`,
      [slug],
    );
    expect((await post(`/rounds/${slug}/voting/go-on`, ada)).json()).toMatchObject({ stage: 'open' });
    await wait(2500);
    expect((await post(`/rounds/${slug}/voting/go-on`, ada)).json()).toMatchObject({
      stage: 'stored',
      office: { failure: null },
    });
  });

  it('publishes only totals of fewer than 30 ballots, and everything to named scrutineers', async () => {
    const vote = await open(3);
    for (const one of await passes(vote, 3)) await cast(urn.address, one.ballot([vote.projects[0]]));
    for (const who of [ada, ben]) await post(`/rounds/${vote.slug}/voting/close`, who, { reason: REASON });
    // Nobody was handed paper, so there was nothing to wait for.
    expect(await voting(vote.slug)).toMatchObject({ stage: 'stored' });
    const countId = await counted(api, ada.token, vote.slug);
    for (const who of [ada, ben]) await post(`/counts/${countId}/sign`, who);
    await post(`/counts/${countId}/publish`, ada);

    const get = (file: string, as?: string) =>
      api.send('GET', `/rounds/${vote.slug}/export/${file}`, undefined, as);
    expect((await get('result.json')).statusCode).toBe(200);
    expect((await get('ballots.ndjson')).json().title).toBe('export.too-few-ballots');
    expect((await get('ballots.ndjson', ada.token)).statusCode).toBe(200);
    expect((await get('passwords.json', ada.token)).statusCode).toBe(404);
    expect((await api.send('GET', `/rounds/${vote.slug}/ballots.pb`)).json().title).toBe(
      'count.too-few-ballots',
    );
    expect((await api.send('GET', `/rounds/${vote.slug}/results`)).statusCode).toBe(200);
  }, 60_000);

  it('raises the alarm for more ballots than passes, and publishes nothing', async () => {
    const vote = await open(2);
    for (const one of await passes(vote, 2)) await cast(urn.address, one.ballot([]));
    await api.db.query('ALTER TABLE roll.participation DISABLE TRIGGER USER');
    await api.db.query('DELETE FROM roll.participation WHERE election = $1', [vote.id]);
    for (const who of [ada, ben]) await post(`/rounds/${vote.slug}/voting/close`, who, { reason: REASON });

    const { stage, office } = await voting(vote.slug);
    expect(stage).toBe('finishing');
    expect(office).toMatchObject({
      alarm: true,
      failure: expect.stringContaining('more ballots than passes'),
    });
    expect((await fetch(`${urn.address}/elections/${vote.id}/export/ballots.ndjson`)).status).toBe(404);
  }, 60_000);
});

describe('a vote whose ballot box does not answer', () => {
  let api: TestApp;
  let ada: TestPerson;
  beforeAll(async () => {
    api = await testApp({
      URN_ADMIN_URL: 'http://127.0.0.1:9',
      URN_SERVICE_TOKEN: 'a token of the tests, shown to nobody',
    });
    await testPlace(api, 'city');
    ada = await signedIn(api, { roles: [['officer', 'city']] });
  });
  afterAll(() => api.close());

  it('tells officers why, and waits', async () => {
    const { slug } = await testRound(api, ada.token, 'city', 'voting');
    const tried = (
      await api.send('POST', `/rounds/${slug}/voting/go-on`, undefined, ada.token)
    ).json<Voting>();

    expect(tried).toMatchObject({ stage: 'opening', open: false, published: false });
    expect(tried.office?.failure).toContain('ballot box cannot be reached');
    expect((await api.send('GET', `/rounds/${slug}/voting`)).json()).toMatchObject({
      ballotBox: null,
      office: null,
    });
  });

  it('refuses what comes later', async () => {
    const { slug } = await testRound(api, ada.token, 'city', 'ideas');
    for (const [act, body] of [
      ['close', { reason: REASON }],
      ['finish', undefined],
      ['go-on', undefined],
    ] as const) {
      const answer = await api.send('POST', `/rounds/${slug}/voting/${act}`, body, ada.token);
      expect(answer.json().title).toBe('voting.not-held');
    }
    expect((await api.send('POST', `/rounds/${slug}/voting/close`, {}, ada.token)).statusCode).toBe(400);
    expect(
      (await api.send('POST', `/rounds/${slug}/voting/close`, { reason: REASON, by: 'me' }, ada.token))
        .statusCode,
    ).toBe(400);
  });
});
