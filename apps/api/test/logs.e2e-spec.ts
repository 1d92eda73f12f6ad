import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fromBase64url, type Manifest } from '@commonthread/ballot-protocol';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';

import { post } from './support/accounts.js';
import { signedIn } from './support/people.js';
import { testPlace } from './support/places.js';
import { accept, submitted } from './support/proposals.js';
import { onRoll } from './support/roll.js';
import { passDays, testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';
import { tool, type UrnProcess, urnProcess } from './support/urn-process.js';
import { cast, voter, type Voter } from './support/voters.js';

interface Cluster {
  readonly url: string;
  stop(): Promise<void>;
}
interface ClusterTool {
  startCluster(options: { dir: string; throwAway: boolean; onLog: (text: string) => void }): Promise<Cluster>;
}
interface RolesTool {
  prepareRoles(client: pg.Client, passwords: Readonly<Record<string, string>>): Promise<void>;
}

const EMAIL = 'canary-of-the-logs@mail.example';
const AGENT = 'canary-agent';
const ADDRESS = '203.0.113.77';
const from = { 'user-agent': AGENT, 'x-forwarded-for': ADDRESS };

describe('what API, ballot box and PostgreSQL write into their logs', () => {
  const shared = process.env['CT_TEST_POSTGRES'];
  const said: string[] = [];
  const postgres: string[] = [];
  let cluster: Cluster;
  let urn: UrnProcess;
  let api: TestApp;
  let spies: { mockRestore(): void }[];
  beforeAll(async () => {
    // A PostgreSQL of its own, whose log no other test writes into.
    const dir = mkdtempSync(join(tmpdir(), 'commonthread-logs-'));
    const { startCluster } = await tool<ClusterTool>('cluster.mjs');
    cluster = await startCluster({ dir, throwAway: true, onLog: (text) => void postgres.push(text) });
    const admin = new pg.Client({ connectionString: cluster.url });
    await admin.connect();
    const { prepareRoles } = await tool<RolesTool>('database-address.mjs');
    await prepareRoles(admin, { svc_app: 'app', svc_roll: 'roll' });
    await admin.end();
    process.env['CT_TEST_POSTGRES'] = cluster.url;
    const hear = (text: string): void => void said.push(text);
    urn = await urnProcess(hear);
    spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
    );
    api = await testApp(urn.settings);
  }, 180_000);
  afterAll(async () => {
    for (const spy of spies ?? []) spy.mockRestore();
    await api?.close();
    await urn?.stop();
    await cluster?.stop();
    if (shared !== undefined) process.env['CT_TEST_POSTGRES'] = shared;
  });

  it('tells nobody who came from where, or what was voted, also when things go wrong', async () => {
    const owner = (sql: string) => api.db.query(sql);
    await testPlace(api, 'city');
    const officer = await signedIn(api, { roles: [['officer', 'city']] });
    const resident = await signedIn(api);
    const round = await testRound(api, officer.token, 'city', 'ideas');
    const numbers: string[] = [];
    for (const title of ['A canary cage', 'A ball court']) {
      const number = await submitted(api, resident.token, round.slug, title);
      await accept(api, officer.token, number);
      numbers.push(String(number));
    }
    const elector = await onRoll(api, round.id, resident);
    const unlucky = await signedIn(api);
    const other = await onRoll(api, round.id, unlucky);
    await passDays(api, round.slug, 20);
    await api.send('POST', `/rounds/${round.slug}/voting/go-on`, undefined, officer.token);
    const opened = await fetch(`${urn.address}/elections/${round.id}`);
    const { manifest } = (await opened.json()) as { manifest: Manifest };

    // An account that works, one that is there already, and one that the database refuses.
    const account = {
      email: EMAIL,
      password: 'kettle moss ninety',
      displayName: 'Canary',
      dateOfBirth: '1980-02-29',
    };
    for (let n = 0; n < 2; n++) await post(api, '/identity/register', account, { headers: from });
    await post(api, '/identity/sign-in', { email: EMAIL, password: 'wrong' }, { headers: from });
    await owner(`ALTER TABLE people ADD CONSTRAINT broken CHECK (display_name <> 'Nobody') NOT VALID`);
    const refused = await post(
      api,
      '/identity/register',
      { ...account, email: `second-${EMAIL}`, displayName: 'Nobody' },
      { headers: from },
    );
    await owner('ALTER TABLE people DROP CONSTRAINT broken');
    await post(api, `/identity/${EMAIL}?mail=${EMAIL}`, account, { headers: from });

    const first: Voter = await voter(api, round.slug, manifest, resident.token);
    const ballot = first.ballot([numbers[0] as string]);
    const receipt = await cast(urn.address, ballot);
    expect(receipt.status).toBe(200);
    await cast(urn.address, first.ballot([numbers[1] as string]));
    // The roll and the ballot box each refuse a row, which PostgreSQL would show in full.
    await owner(`ALTER TABLE roll.participation ADD CONSTRAINT broken CHECK (channel <> 'online') NOT VALID`);
    await expect(voter(api, round.slug, manifest, unlucky.token)).rejects.toThrow();
    await owner('ALTER TABLE roll.participation DROP CONSTRAINT broken');
    const box = new pg.Client({ connectionString: urn.databaseUrl });
    await box.connect();
    await box.query(`ALTER TABLE urn.ballot ADD CONSTRAINT broken CHECK (rev < 2) NOT VALID`);
    expect((await cast(urn.address, first.ballot([numbers[1] as string], 2))).status).toBe(500);
    await box.query('ALTER TABLE urn.ballot DROP CONSTRAINT broken');

    const log = [...said, ...postgres].join('\n');
    const { cred } = ballot.header;
    const hex = Buffer.from(fromBase64url(cred)).toString('hex');
    for (const canary of [
      'canary',
      AGENT,
      ADDRESS,
      cred,
      hex,
      ballot.body.salt,
      ballot.credSig,
      '"choices"',
      resident.email,
    ]) {
      expect(log).not.toContain(canary);
    }
    // The faults are there, so this would have been seen.
    expect(refused.statusCode).toBe(500);
    expect(postgres.join('')).toContain('violates check constraint "broken"');

    const rows = [...(await everyRow(api.db)), ...(await everyRow(box))];
    await box.end();
    expect(rows.some((row) => row.includes(elector))).toBe(true);
    expect(rows.some((row) => row.includes(hex) || row.includes(cred))).toBe(true);
    for (const line of [...rows, ...log.split('\n')]) {
      const who = [elector, other, resident.id, unlucky.id].some((id) => line.includes(id));
      expect(who && (line.includes(cred) || line.includes(hex))).toBe(false);
    }
  }, 180_000);
});

/** Every row of every table, as a dump would show it. */
async function everyRow(database: { query(sql: string): Promise<unknown> }): Promise<string[]> {
  const ask = async <T>(sql: string): Promise<T[]> => {
    const found = await database.query(sql);
    return (Array.isArray(found) ? found : (found as { rows: T[] }).rows) as T[];
  };
  const tables = await ask<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    rows.push(...(await ask<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)).map(({ row }) => row));
  }
  return rows;
}
