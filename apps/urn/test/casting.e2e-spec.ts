import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  base64url,
  credentialFrom,
  fromBase64url,
  makeCast,
  newSeed,
  verifyReceipt,
} from '@commonthread/ballot-protocol';

import { type TestElection, openElection } from './support/election.js';
import { type TestUrn, testUrn } from './support/test-urn.js';

const titleOf = (answer: { json(): { title: string } }): string => answer.json().title;

describe('casting', () => {
  let urn: TestUrn;
  let election: TestElection;
  const cast = (body: object, headers?: object) => urn.send('POST', '/cast', body, headers);
  const rowsOf = async (cred: string) =>
    (
      await urn.db.query('SELECT rev, commitment, body FROM urn.ballot WHERE cred = $1 ORDER BY rev', [
        Buffer.from(fromBase64url(cred)),
      ])
    ).rows;

  beforeAll(async () => {
    urn = await testUrn();
    election = await openElection(urn);
  }, 60_000);
  afterAll(() => urn.close());

  it('stores a ballot and gives a receipt that its log key verifies', async () => {
    const ballot = (await election.voter()).cast(['benches', 'mural']);
    const answer = await cast(ballot);

    expect(answer.statusCode).toBe(200);
    expect(await verifyReceipt(fromBase64url(election.manifest.log.key), answer.json())).toBe(true);
    expect(await rowsOf(ballot.header.cred)).toHaveLength(1);
  });

  it('I8: the same ballot fifty times at once is one row with equal receipts', async () => {
    const ballot = (await election.voter()).cast(['ramp']);
    const answers = await Promise.all(Array.from({ length: 50 }, () => cast(ballot)));

    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await rowsOf(ballot.header.cred)).toHaveLength(1);
  });

  it('I9: twenty different ballots of one version at once: one is kept, the row is the acknowledged one', async () => {
    const voter = await election.voter();
    const ballots = Array.from({ length: 20 }, (_, n) => voter.cast(n % 2 ? ['ramp'] : ['mural', 'ramp']));
    const answers = await Promise.all(ballots.map((ballot) => cast(ballot)));

    const kept = answers.filter(({ statusCode }) => statusCode === 200);
    expect(kept).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(19);
    const [row, ...more] = await rowsOf(ballots[0]!.header.cred);
    expect(more).toEqual([]);
    expect(base64url(row.commitment)).toBe(kept[0]!.json().commitment);
    expect(titleOf(await cast(voter.cast(['benches'])))).toBe('ballot.revision-taken');
  });

  it('takes a change from the pass key alone and names the next version when one is missing', async () => {
    const voter = await election.voter();
    await cast(voter.cast(['ramp']));
    const { pass: _pass, ...change } = voter.cast(['mural'], 2);

    expect((await cast(change)).statusCode).toBe(200);
    const gap = await cast(voter.cast(['benches'], 4));
    expect([gap.statusCode, gap.json().title, gap.json().nextRev]).toEqual([409, 'ballot.revision-gap', 3]);
  });

  it('row 72: stops at twenty versions', async () => {
    const voter = await election.voter();
    for (let rev = 1; rev <= 20; rev++) expect((await cast(voter.cast(['ramp'], rev))).statusCode).toBe(200);
    const ballot = voter.cast(['ramp'], 20);

    const answer = await cast({ ...ballot, header: { ...ballot.header, rev: 21 } });
    expect([answer.statusCode, titleOf(answer)]).toEqual([429, 'ballot.too-many-revisions']);
    expect(await rowsOf(ballot.header.cred)).toHaveLength(20);
  });

  it('I2, rows 64 and 65: refuses passes and signatures that are not of this ballot, and stores nothing', async () => {
    const voter = await election.voter();
    const other = await openElection(urn);
    const ballot = voter.cast(['ramp']);
    const stranger = credentialFrom(newSeed());
    const flip = (text: string) =>
      base64url(fromBase64url(text).map((byte, at) => (at === 5 ? byte ^ 1 : byte)));
    const foreign = await other.issuePass({
      election: other.id,
      style: 'city',
      cred: voter.credential.publicKey,
    });
    const styled = await election.issuePass({
      election: election.id,
      style: 'other',
      cred: voter.credential.publicKey,
    });
    const vote = { election: election.id, style: 'city', rev: 1, choices: ['ramp'] };
    const attacks: [object, string][] = [
      [makeCast(voter.credential, vote, foreign), 'pass.invalid'],
      [makeCast(voter.credential, vote, styled), 'pass.invalid'],
      [makeCast(stranger, vote, voter.pass), 'pass.invalid'],
      [makeCast(voter.credential, { ...vote, style: 'other' }, styled), 'ballot.elsewhere'],
      [{ ...ballot, pass: { ...ballot.pass, signature: flip(ballot.pass!.signature) } }, 'pass.invalid'],
      [{ ...ballot, pass: { ...ballot.pass, prefix: flip(ballot.pass!.prefix) } }, 'pass.invalid'],
      [{ header: ballot.header, body: ballot.body, credSig: ballot.credSig }, 'pass.invalid'],
      [{ ...ballot, credSig: flip(ballot.credSig) }, 'ballot.signature'],
      [{ ...ballot, credSig: base64url(stranger.signBallot(new Uint8Array(32))) }, 'ballot.signature'],
      [{ ...ballot, body: { ...ballot.body, choices: ['mural'] } }, 'ballot.signature'],
      [{ ...ballot, body: { ...ballot.body, salt: flip(ballot.body.salt) } }, 'ballot.signature'],
    ];
    for (const [attack, title] of attacks) {
      const answer = await cast(attack);
      expect([answer.statusCode, titleOf(answer)]).toEqual([403, title]);
    }
    expect(await rowsOf(ballot.header.cred)).toEqual([]);
    expect((await cast(ballot)).statusCode).toBe(200);
  });

  it.each<[string, object]>([
    ['a cookie', { cookie: 'a=b' }],
    ['a sign-in', { authorization: 'Bearer x' }],
    ['a ticket', { ticket: 'x' }],
    ['a user', { 'x-user': '7' }],
    ['a user id', { 'x-user-id': '7' }],
  ])('I10, row 67: refuses %s on every route', async (_name, headers) => {
    const voter = await election.voter();
    for (const answer of [
      await cast(voter.cast(['ramp']), headers),
      await urn.send('GET', `/elections/${election.id}`, undefined, headers),
    ]) {
      expect([answer.statusCode, titleOf(answer)]).toEqual([400, 'urn.identity-refused']);
    }
    expect(await rowsOf(base64url(voter.credential.publicKey))).toEqual([]);
  });

  it.each<[string, unknown, number]>([
    ['an unknown project', ['slide'], 422],
    ['a project twice', ['ramp', 'ramp'], 422],
    ['another order', ['ramp', 'benches'], 422],
    ['a number', [1], 422],
    ['points where there are none', [['ramp', 1]], 422],
    ['negative points', [['ramp', -1]], 422],
    ['too many', ['benches', 'lights', 'mural', 'orchard'], 422],
    ['no list', 'ramp', 422],
    ['a hundred thousand choices', Array.from({ length: 9000 }, () => 'x'), 422],
  ])('row 68: refuses %s', async (_name, choices, status) => {
    const knapsack = await openElection(urn, {
      paper: { limits: { maxLength: 3, maxSumCostMinor: 10_000_00 } },
    });
    const ballot = (await knapsack.voter()).cast(['ramp']);
    const answer = await cast({ ...ballot, body: { ...ballot.body, choices } });

    expect(answer.statusCode).toBe(status);
    expect(await rowsOf(ballot.header.cred)).toEqual([]);
  });

  it('row 68: over budget by the costs of the manifest, signed or not', async () => {
    const knapsack = await openElection(urn, {
      paper: { limits: { maxLength: 3, maxSumCostMinor: 10_000_00 } },
    });
    const over = await cast((await knapsack.voter()).cast(['lights', 'orchard', 'ramp']));
    expect([over.statusCode, titleOf(over)]).toEqual([422, 'ballot.cost-out-of-range']);
    expect((await cast((await knapsack.voter()).cast(['lights', 'orchard']))).statusCode).toBe(200);
  });

  it.each<[string, (text: string) => string]>([
    ['row 69: a cost the sender names', (text) => text.replace('"choices"', '"costs":{"ramp":1},"choices"')],
    ['a field more', (text) => text.replace('{', '{"voter":"me",')],
    ['1e309 as version', (text) => text.replace('"rev":1', '"rev":1e309')],
    ['a version of text', (text) => text.replace('"rev":1', '"rev":"1"')],
  ])('refuses %s', async (_name, change) => {
    const ballot = (await election.voter()).cast(['ramp']);
    const answer = await urn.urn.publicApp.inject({
      method: 'POST',
      url: '/urn/cast',
      headers: { 'content-type': 'application/json' },
      payload: change(JSON.stringify(ballot)),
    });
    expect(answer.statusCode).toBe(422);
    expect(await rowsOf(ballot.header.cred)).toEqual([]);
  });

  it.each<[string, string, number]>([
    ['no JSON', '{"choices": NaN}', 400],
    ['a prototype', '{"__proto__": {"polluted": 1}}', 400],
    ['deep nesting', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 422],
    ['a large body', `"${'x'.repeat(70_000)}"`, 413],
    ['nothing', 'null', 422],
  ])('answers %s quickly and without storing', async (_name, payload, status) => {
    const answer = await urn.urn.publicApp.inject({
      method: 'POST',
      url: '/urn/cast',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('row 70, I12: only the database decides what time it is', async () => {
    const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
    const early = await openElection(urn, { opensAt: at(3_600_000), closesAt: at(7_200_000) });
    const late = await openElection(urn, { opensAt: at(-7_200_000), closesAt: at(-1_000) });
    const soon = await openElection(urn, { opensAt: at(-7_200_000), closesAt: at(1_500) });
    const before = await cast((await early.voter()).cast(['ramp']));
    const after = await cast((await late.voter()).cast(['ramp']));

    expect([before.statusCode, titleOf(before)]).toEqual([409, 'ballot.voting-not-open']);
    expect([after.statusCode, titleOf(after)]).toEqual([410, 'ballot.voting-closed']);
    const ballot = (await soon.voter()).cast(['ramp']);
    const receipt = await cast(ballot);
    expect(receipt.statusCode).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    expect((await cast((await soon.voter()).cast(['ramp']))).statusCode).toBe(410);
    // What was acknowledged stays acknowledged: a lost answer can be asked for again.
    expect((await cast(ballot)).body).toBe(receipt.body);
  });

  it('answers an unknown election with 404', async () => {
    const ballot = (await election.voter()).cast(['ramp']);
    const answer = await cast({ ...ballot, header: { ...ballot.header, election: 'nowhere' } });
    expect([answer.statusCode, titleOf(answer)]).toEqual([404, 'election.unknown']);
  });
});
