import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  EXPORT_FILES,
  utf8,
  verifyExport,
  type ExportFile,
  type ExportSource,
} from '@commonthread/ballot-protocol';
import { checkChoices, countBallots } from '@commonthread/paper-rules';

import {
  castMany,
  closeAndFinish,
  openElection,
  rollSummary,
  type TestElection,
} from './support/election.js';
import { type TestUrn, testUrn } from './support/test-urn.js';

const ONLINE_FIELDS = ['body', 'credSig', 'header', 'leaf', 'passPrefix', 'passSig', 'source'];

describe('closing and publishing', () => {
  let urn: TestUrn;
  beforeAll(async () => {
    urn = await testUrn();
  }, 60_000);
  afterAll(() => urn.close());

  const fileOf = (election: TestElection, file: string) =>
    urn.send('GET', `/elections/${election.id}/export/${file}`);
  const exportOf = async (election: TestElection): Promise<Map<string, string>> =>
    new Map(
      await Promise.all(
        EXPORT_FILES.map(async (file) => [file, (await fileOf(election, file)).body] as const),
      ),
    );
  const verified = (files: ReadonlyMap<string, string>) => {
    const source: ExportSource = {
      names: async () => [...files.keys()],
      async *open(file: ExportFile) {
        yield utf8(files.get(file)!);
      },
    };
    return verifyExport(source, { checkChoices, count: countBallots });
  };

  it('S7, S8, I13: what is published verifies to the last byte', async () => {
    const election = await openElection(urn);
    await castMany(urn, election, 30);
    await urn.urn.timekeeper.round();
    const voter = await election.voter();
    await urn.send('POST', '/cast', voter.cast(['ramp']));
    await urn.send('POST', '/cast', voter.cast(['benches', 'mural'], 2));
    await closeAndFinish(urn, election, 31);

    const files = await exportOf(election);
    const report = await verified(files);
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({
      ok: true,
      totals: { online: 32, superseded: 1, credentials: 31, paper: 0 },
    });
    const ballots = files.get('ballots.ndjson')!;
    files.set('ballots.ndjson', ballots.replace('"benches","mural"', '"benches","ramp"'));
    expect((await verified(files)).ok).toBe(false);
  });

  it('I18: nothing before the end, then exactly these fields', async () => {
    const election = await openElection(urn);
    await castMany(urn, election, 30);
    const voter = await election.voter();
    await urn.send('POST', '/cast', voter.cast(['ramp']));
    await urn.send('POST', '/cast', voter.cast(['mural'], 2));
    for (const file of EXPORT_FILES) expect((await fileOf(election, file)).statusCode).toBe(404);
    await closeAndFinish(urn, election, 31);
    expect((await fileOf(election, '..%2f..%2fpackage.json')).statusCode).toBe(404);

    const lines = (await fileOf(election, 'ballots.ndjson')).body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const line of lines) {
      const wanted =
        'body' in line ? ONLINE_FIELDS : ONLINE_FIELDS.map((name) => (name === 'body' ? 'bodySha256' : name));
      expect(Object.keys(line).sort()).toEqual(wanted.sort());
    }
    expect(lines.filter((line) => 'bodySha256' in line)).toHaveLength(1);
  });

  it('I20: few ballots go to scrutineers, the public gets totals', async () => {
    const election = await openElection(urn);
    await castMany(urn, election, 29);
    await closeAndFinish(urn, election, 29);

    const answer = await fileOf(election, 'ballots.ndjson');
    expect([answer.statusCode, answer.json().title]).toEqual([403, 'export.too-few-ballots']);
    expect((await fileOf(election, 'result.json')).json().styles[0].ballots).toBe(29);
    const whole = await urn.admin('GET', `/elections/${election.id}/export/ballots.ndjson`);
    expect(whole.body.trim().split('\n')).toHaveLength(29);
  });

  it('I12, row 71: closing among forty casting clients counts exactly the acknowledged', async () => {
    const election = await openElection(urn);
    const casts = await Promise.all(
      Array.from({ length: 800 }, async (_, n) => (await election.voter()).cast([['ramp', 'mural'][n % 2]!])),
    );
    const answers: number[] = [];
    const clients = Array.from({ length: 40 }, async (_, client) => {
      for (let n = client; n < casts.length; n += 40) {
        answers.push((await urn.send('POST', '/cast', casts[n]!)).statusCode);
        if (answers.at(-1) === 410) return;
      }
    });
    while (answers.length < 60) await new Promise((resolve) => setTimeout(resolve, 5));
    await urn.admin('POST', `/elections/${election.id}/close`, { by: ['a', 'b'] });
    await Promise.all(clients);

    const acknowledged = answers.filter((status) => status === 200).length;
    expect(answers.filter((status) => status !== 200 && status !== 410)).toEqual([]);
    expect(answers).toContain(410);
    const { rows } = await urn.db.query(
      'SELECT count(*)::int AS all, count(idx)::int AS logged FROM urn.ballot WHERE election = $1',
      [election.id],
    );
    expect(rows[0]).toEqual({ all: acknowledged, logged: acknowledged });
  }, 60_000);

  it('ends the voting by the clock of the database, and before only by two', async () => {
    const closesAt = new Date(Date.now() + 800).toISOString();
    const election = await openElection(urn, { closesAt });
    await castMany(urn, election, 2);
    for (const by of [undefined, ['a'], ['a', 'a']]) {
      const answer = await urn.admin('POST', `/elections/${election.id}/close`, by ? { by } : {});
      expect([answer.statusCode, answer.json().title]).toEqual([409, 'election.close-needs-two']);
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await urn.urn.timekeeper.round();
    expect((await urn.send('GET', `/elections/${election.id}`)).json()).toMatchObject({
      state: 'closed',
      turnout: 2,
    });
  });

  it('finishes once, after the close, with a roll summary that is one', async () => {
    const election = await openElection(urn);
    await castMany(urn, election, 1);
    const finish = (body: object) => urn.admin('POST', `/elections/${election.id}/finish`, body);
    const summary = rollSummary(election.id, 1);

    expect((await finish({ rollSummary: summary })).json().why).toBe('open');
    await urn.admin('POST', `/elections/${election.id}/close`, { by: ['a', 'b'] });
    expect((await finish({ rollSummary: { ...summary, names: [] } })).statusCode).toBe(422);
    expect((await finish({})).statusCode).toBe(400);
    expect((await finish({ rollSummary: summary })).statusCode).toBe(204);
    expect((await finish({ rollSummary: summary })).json().why).toBe('finished');
    expect((await urn.send('GET', `/elections/${election.id}`)).json().state).toBe('finished');
  });

  it('knows the back office by its token alone', async () => {
    const election = await openElection(urn);
    for (const headers of [{}, { 'x-service-token': 'wrong' }, { authorization: 'Bearer x' }]) {
      const answer = await urn.urn.adminApp.inject({
        method: 'GET',
        url: `/admin/elections/${election.id}`,
        headers,
      });
      expect(answer.statusCode).toBe(401);
    }
    expect((await urn.send('GET', `/../admin/elections/${election.id}`)).statusCode).toBe(404);
    expect((await urn.send('POST', '/elections', { manifest: {} })).statusCode).toBe(404);
    expect((await urn.send('POST', `/elections/${election.id}/close`, {})).statusCode).toBe(404);
  });
});
