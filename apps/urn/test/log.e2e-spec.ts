import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  base64url,
  fromBase64,
  fromBase64url,
  leafHash,
  openCheckpoint,
  SplitView,
  requireConsistent,
  signCheckpoint,
  ed25519Signer,
  verifyConsistency,
  verifyInclusion,
} from '@commonthread/ballot-protocol';

import { castMany, commitmentText, openElection, type TestElection } from './support/election.js';
import { LOG_SEED, type TestUrn, testUrn } from './support/test-urn.js';

const VOTES = ['benches', 'mural', 'ramp'];

describe('the log', () => {
  let urn: TestUrn;
  beforeAll(async () => {
    urn = await testUrn();
  }, 60_000);
  afterAll(() => urn.close());

  const round = () => urn.urn.timekeeper.round();
  const inclusionOf = (election: TestElection, commitment: string) =>
    urn.send('GET', `/elections/${election.id}/inclusion/${commitment}`);
  const checkpointsOf = async (election: TestElection) => {
    const { key, origin } = election.manifest.log;
    const notes = (await urn.send('GET', `/elections/${election.id}/checkpoints`)).json<{ note: string }[]>();
    return Promise.all(notes.map(({ note }) => openCheckpoint(note, origin, fromBase64url(key))));
  };

  it('begins with the manifest and opens the same one again without change', async () => {
    const election = await openElection(urn);
    const again = await urn.admin('POST', '/elections', { manifest: election.manifest });
    const other = await urn.admin('POST', '/elections', {
      manifest: { ...election.manifest, title: 'Other' },
    });

    expect(again.statusCode).toBe(201);
    expect([other.statusCode, other.json().title]).toEqual([409, 'election.exists']);
    expect((await checkpointsOf(election)).map(({ size }) => size)).toEqual([1]);
    const [checkpoint] = await checkpointsOf(election);
    const { manifestSha256 } = (await urn.send('GET', `/elections/${election.id}`)).json();
    expect(checkpoint!.root).toEqual(leafHash(Buffer.from(manifestSha256, 'hex')));
  });

  it('refuses a manifest of another log', async () => {
    const { manifest } = await openElection(urn);
    const log = { ...manifest.log, origin: 'elsewhere/x' };
    const answer = await urn.admin('POST', '/elections', {
      manifest: { ...manifest, election: 'other', log },
    });
    expect([answer.statusCode, answer.json().title]).toEqual([422, 'election.log-not-ours']);
  });

  it('S5, row 76: shows no ballot before twenty new ones wait', async () => {
    const election = await openElection(urn);
    const first = await castMany(urn, election, 19);
    await round();
    expect((await urn.send('GET', `/elections/${election.id}`)).json()).toMatchObject({
      turnout: 0,
      days: [],
    });
    const waiting = await inclusionOf(election, commitmentText(first[0]!));
    const unknown = await inclusionOf(election, base64url(new Uint8Array(32)));
    expect([waiting.statusCode, waiting.body]).toEqual([404, unknown.body]);

    await castMany(urn, election, 1);
    await round();
    expect((await urn.send('GET', `/elections/${election.id}`)).json()).toMatchObject({
      turnout: 20,
      days: [{ credentials: 20, ballots: 20, paper: 0 }],
    });
  });

  it('takes what waits at night, once a night', async () => {
    const election = await openElection(urn);
    await castMany(urn, election, 1);
    await urn.db.query('UPDATE tlog.night SET done = $2 WHERE election = $1', [election.id, '2000-01-01']);
    await round();
    const isPastTwo = (
      await urn.db.query(`SELECT (clock_timestamp() AT TIME ZONE 'Europe/London')::time >= '02:00' AS past`)
    ).rows[0].past;
    const { turnout } = (await urn.send('GET', `/elections/${election.id}`)).json();
    expect(turnout).toBe(isPastTwo ? 1 : 0);
    await castMany(urn, election, 1);
    await round();
    expect((await urn.send('GET', `/elections/${election.id}`)).json().turnout).toBe(turnout);
  });

  it('I7, I11: every receipt is in the log; every checkpoint continues the one before', async () => {
    const election = await openElection(urn);
    const casts = [];
    for (let batch = 0; batch < 3; batch++) {
      casts.push(...(await castMany(urn, election, 20 + batch)));
      await round();
    }
    const checkpoints = await checkpointsOf(election);
    expect(checkpoints.map(({ size }) => size)).toEqual([1, 21, 42, 64]);
    for (const [at, newer] of checkpoints.entries()) {
      const older = checkpoints[at - 1];
      if (!older) continue;
      const path = `/elections/${election.id}/consistency?from=${older.size}&to=${newer.size}`;
      const { proof } = (await urn.send('GET', path)).json<{ proof: string[] }>();
      expect(
        verifyConsistency({
          oldSize: older.size,
          oldRoot: older.root,
          size: newer.size,
          root: newer.root,
          proof: proof.map((hash) => fromBase64url(hash)),
        }),
      ).toBe(true);
    }
    const { root } = checkpoints.at(-1)!;
    const places = new Set<number>();
    for (const cast of casts) {
      const commitment = commitmentText(cast);
      const { index, size, proof } = (await inclusionOf(election, commitment)).json();
      places.add(index);
      const claim = { leaf: leafHash(fromBase64url(commitment)), index, size, root };
      expect(verifyInclusion({ ...claim, proof: proof.map((hash: string) => fromBase64url(hash)) })).toBe(
        true,
      );
    }
    expect(places.size).toBe(casts.length);
  });

  it('I5, row 75: a batch has one row version and no trace of the order of arrival', async () => {
    const election = await openElection(urn);
    const casts = await castMany(urn, election, 1000);
    await round();
    const { rows } = await urn.db.query<{ commitment: Buffer; ctid: string; version: string; idx: number }>(
      `SELECT commitment, ctid::text, xmin::text AS version, idx FROM urn.ballot WHERE election = $1 ORDER BY ctid`,
      [election.id],
    );
    expect(new Set(rows.map(({ version }) => version)).size).toBe(1);
    const arrival = new Map(casts.map((cast, at) => [commitmentText(cast), at]));
    const arrived = rows.map(({ commitment }) => arrival.get(base64url(commitment))!);
    expect(Math.abs(correlation(arrived))).toBeLessThan(0.1);
    expect(rows.map(({ idx }) => idx)).not.toEqual(arrived);
    const { rows: dead } = await urn.db.query(
      `SELECT pg_stat_force_next_flush(), pg_stat_get_dead_tuples('urn.ballot'::regclass)::int AS dead`,
    );
    expect(dead[0].dead).toBe(0);
  }, 60_000);

  it('two writers at once sign one state for each size', async () => {
    const election = await openElection(urn);
    await castMany(urn, election, 25);
    await Promise.all([
      round(),
      round(),
      urn.admin('POST', `/elections/${election.id}/close`, { by: ['a', 'b'] }),
    ]);
    const sizes = (await checkpointsOf(election)).map(({ size }) => size);
    expect(sizes).toEqual([...new Set(sizes)]);
    expect(sizes.at(-1)).toBe(26);
  });

  it('goes on after a restart where it was', async () => {
    const election = await openElection(urn);
    await castMany(urn, election, 20);
    await round();
    await urn.restart();
    await castMany(urn, election, 20);
    await round();
    expect((await checkpointsOf(election)).map(({ size }) => size)).toEqual([1, 21, 41]);
    expect((await urn.send('GET', `/elections/${election.id}`)).json().incident).toBe(false);
  });

  it('keeps the name a log was opened under when the service is called otherwise later', async () => {
    const election = await openElection(urn);
    await castMany(urn, election, 20);
    await round();
    const fixed = {
      ...election.manifest,
      election: 'fixed-before',
      log: { ...election.manifest.log, origin: 'votes.test/fixed-before' },
    };
    await urn.restart({ logName: 'votes.test:4300' });

    expect((await urn.send('GET', `/elections/${election.id}`)).json().incident).toBe(false);
    await castMany(urn, election, 20);
    await round();
    expect((await checkpointsOf(election)).map(({ size }) => size)).toEqual([1, 21, 41]);
    expect((await urn.admin('POST', '/elections', { manifest: election.manifest })).statusCode).toBe(201);
    expect((await urn.admin('POST', '/elections', { manifest: fixed })).statusCode).toBe(201);
    expect((await openElection(urn)).manifest.log.origin).toMatch(/^votes\.test:4300\//);
    await urn.restart({ logName: 'votes.test' });
    expect((await urn.send('GET', `/elections/${election.id}`)).json().incident).toBe(false);
  });

  it('I17, row 81: an older database signs nothing; ballots sent again get the same receipts', async () => {
    const election = await openElection(urn);
    await castMany(urn, election, 20);
    await round();
    const kept = (await urn.db.query('SELECT cred FROM urn.ballot WHERE election = $1', [election.id]))
      .rowCount;
    const late = await castMany(urn, election, 20);
    const receipt = (await urn.send('POST', '/cast', late[0]!)).body;
    await round();
    // What a restored backup of before the second batch holds.
    await urn.db.query('DELETE FROM tlog.checkpoint WHERE election = $1 AND size > 21', [election.id]);
    await urn.db.query('DELETE FROM urn.ballot WHERE election = $1 AND idx > 20', [election.id]);
    await urn.restart();

    expect(kept).toBe(20);
    expect((await urn.send('GET', `/elections/${election.id}`)).json().incident).toBe(true);
    for (const cast of late) expect((await urn.send('POST', '/cast', cast)).statusCode).toBe(200);
    expect((await urn.send('POST', '/cast', late[0]!)).body).toBe(receipt);
    await round();
    const closed = await urn.admin('POST', `/elections/${election.id}/close`, { by: ['a', 'b'] });
    expect([closed.statusCode, closed.json().title]).toEqual([409, 'log.incident']);
    expect((await checkpointsOf(election)).at(-1)!.size).toBe(21);
  });

  it('a changed row and a lost election are incidents too', async () => {
    const changed = await openElection(urn);
    await castMany(urn, changed, 20);
    await round();
    await urn.db.query('UPDATE urn.ballot SET idx = 21 WHERE election = $1 AND idx = 1', [changed.id]);
    const lost = await openElection(urn);
    await urn.db.query('DELETE FROM tlog.checkpoint WHERE election = $1', [lost.id]);
    await urn.restart();
    for (const { id } of [changed, lost]) {
      expect((await urn.send('GET', `/elections/${id}`)).json().incident).toBe(true);
    }
  });

  it('row 80: a second root for a size is noticed and both are kept', async () => {
    const election = await openElection(urn);
    const { origin } = election.manifest.log;
    const log = await ed25519Signer(LOG_SEED);
    const [honest] = await checkpointsOf(election);
    const forged = { origin, size: 1, root: fromBase64(Buffer.alloc(32, 9).toString('base64')) };
    expect(() => requireConsistent(honest!, forged, [])).toThrow(SplitView);

    const folder = urn.config.checkpointFolder;
    const file = join(folder, `${election.id}.checkpoint`);
    expect(await readdir(folder)).toContain(`${election.id}.checkpoint`);
    await writeFile(file, await signCheckpoint(forged, log));
    await urn.restart();
    expect((await urn.send('GET', `/elections/${election.id}`)).json().incident).toBe(true);
    expect(await readFile(file, 'utf8')).toBe(await signCheckpoint(forged, log));
    expect((await checkpointsOf(election))[0]).toEqual(honest);
  });

  it('I14, row 74: what anybody can read before the close does not depend on the choices', async () => {
    const views = [];
    for (const choice of VOTES.slice(0, 2)) {
      const election = await openElection(urn);
      for (let n = 0; n < 20; n++) await urn.send('POST', '/cast', (await election.voter()).cast([choice]));
      await round();
      const { manifest: _manifest, ...view } = (await urn.send('GET', `/elections/${election.id}`)).json();
      const admin = (await urn.admin('GET', `/elections/${election.id}`)).body;
      const files = await urn.send('GET', `/elections/${election.id}/export/result.json`);
      const text = [JSON.stringify(view), admin, files.body].join();
      views.push(text.replaceAll(election.id, 'x').replace(/[0-9a-f]{64}|\d\d:\d\d:\d\d\.\d{3}/g, ''));
    }
    expect(views[0]).toBe(views[1]);
  });
});

/** Spearman's, of the values against their places. */
function correlation(values: readonly number[]): number {
  const n = values.length;
  const squares = values.reduce((sum, value, at) => sum + (value - at) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
