import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

import { credentialFrom, makeCast, newSeed, type Manifest } from '@commonthread/ballot-protocol';
import { sampleElection } from '@commonthread/ballot-protocol/sample';

import { Service } from '../chaos/service.ts';
import { freePort, startCluster } from '../postgres/cluster.mjs';
import { prepareUrnDatabase } from '../postgres/urn-database.mjs';
import type { Figure } from './measure.ts';

const ELECTION = 'bench';
const FLAT_OUT = 4_000;
const PACED = 1_000;
const PER_SECOND = 100;
const CLIENTS = 32;

/** The bare row: what the same table takes without any check, through `pgbench`. */
const BARE = `INSERT INTO urn.ballot (election, style, cred, rev, commitment, body, cred_sig, pass_prefix, pass_sig, source)
SELECT '${ELECTION}', 'bare', h, 1, h, '{"choices":["benches","mural"],"salt":"AAAAAAAAAAAAAAAAAAAAAA"}', h || h, h,
       decode(repeat(encode(h, 'hex'), 12), 'hex'), 'online'
  FROM sha256(random()::text::bytea) AS h;
`;

export interface CastingSpeed {
  readonly perSecond: number;
  /** At 100 ballots a second. */
  readonly p95Ms: number;
  /** Bare INSERTs a second, `undefined` where there is no pgbench. */
  readonly bare: number | undefined;
}

export async function benchCasting(): Promise<Figure[]> {
  const { perSecond, p95Ms, bare } = await measureCasting();
  return [
    {
      what: `Ballots cast, ${CLIENTS} clients, each checked, stored and flushed`,
      measured: `${perSecond.toFixed(0)}/s`,
      target: '>= 250/s',
      ratio: bare
        ? `${((100 * perSecond) / bare).toFixed(0)} % of ${bare.toFixed(0)} bare INSERTs/s`
        : 'no pgbench here',
    },
    {
      what: `The same at ${PER_SECOND}/s`,
      measured: `p95 ${p95Ms.toFixed(0)} ms`,
      target: 'p95 < 500 ms',
      ratio: '',
    },
  ];
}

/** Ballots a second on a real PostgreSQL that flushes each commit; clients on the same cores. */
export async function measureCasting(): Promise<CastingSpeed> {
  const dir = mkdtempSync(join(tmpdir(), 'commonthread-bench-'));
  const checkpoints = mkdtempSync(join(tmpdir(), 'commonthread-bench-'));
  const cluster = await startCluster({ dir });
  const names = { name: 'urn', castPassword: 'cast', keeperPassword: 'keep' };
  const { castUrl, keeperUrl } = await prepareUrnDatabase(cluster.url, names);
  const [port, adminPort] = [await freePort(), await freePort()];
  const serviceToken = randomBytes(32).toString('hex');
  const urn = new Service('urn', port, {
    ...{ URN_DATABASE_URL: castUrl, URN_KEEPER_DATABASE_URL: keeperUrl, URN_SERVICE_TOKEN: serviceToken },
    ...{ URN_ADMIN_PORT: String(adminPort), URN_LOG_NAME: 'votes.bench' },
    ...{ URN_LOG_KEY: randomBytes(32).toString('base64'), URN_CHECKPOINT_FOLDER: checkpoints },
  });
  try {
    await urn.ready();
    const bodies = await ballots(`http://127.0.0.1:${adminPort}`, serviceToken);
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    const cast = (body: string) => post(agent, port, body);

    const began = performance.now();
    let next = 0;
    const client = async (): Promise<void> => {
      while (next < FLAT_OUT) await cast(bodies[next++]!);
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    const perSecond = FLAT_OUT / ((performance.now() - began) / 1000);

    const waits: Promise<number>[] = [];
    for (const body of bodies.slice(FLAT_OUT)) {
      waits.push(cast(body));
      await wait(1000 / PER_SECOND);
    }
    const sorted = (await Promise.all(waits)).toSorted((a, b) => a - b);
    const p95Ms = sorted[Math.floor(sorted.length * 0.95)]!;
    agent.destroy();
    return { perSecond, p95Ms, bare: await bareInserts(keeperUrl, dir) };
  } finally {
    await urn.stop();
    await cluster.stop();
    for (const folder of [dir, checkpoints]) rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens an election and makes a signed ballot for each request, ready to send. */
async function ballots(admin: string, serviceToken: string): Promise<string[]> {
  const headers = { 'x-service-token': serviceToken, 'content-type': 'application/json' };
  const sample = await sampleElection();
  const hour = 3_600_000;
  const manifest: Manifest = {
    ...sample.manifest,
    election: ELECTION,
    log: (await (
      await fetch(`${admin}/admin/elections/${ELECTION}/log`, { headers })
    ).json()) as Manifest['log'],
    opensAt: new Date(Date.now() - hour).toISOString(),
    closesAt: new Date(Date.now() + hour).toISOString(),
  };
  const opened = await fetch(`${admin}/admin/elections`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ manifest }),
  });
  if (!opened.ok) throw new Error(await opened.text());
  return Promise.all(
    Array.from({ length: FLAT_OUT + PACED }, async () => {
      const credential = credentialFrom(newSeed());
      const pass = await sample.issuePass({ election: ELECTION, style: 'city', cred: credential.publicKey });
      const vote = { election: ELECTION, style: 'city', rev: 1, choices: ['benches', 'mural'] };
      return JSON.stringify(makeCast(credential, vote, pass));
    }),
  );
}

/** @returns milliseconds until the receipt */
function post(agent: Agent, port: number, body: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    request({ agent, port, host: '127.0.0.1', path: '/urn/cast', method: 'POST', headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - began);
        else reject(new Error(`a cast was answered with ${answer.statusCode}`));
      });
    })
      .once('error', reject)
      .end(body);
  });
}

/** @returns commits a second, or undefined where there is no pgbench */
async function bareInserts(url: string, dir: string): Promise<number | undefined> {
  const script = join(tmpdir(), `${dir.split('/').at(-1)}.sql`);
  writeFileSync(script, BARE);
  try {
    const args = ['-n', '-T', '8', '-c', '16', '-j', '2', '-f', script, url];
    const { stdout } = await promisify(execFile)('pgbench', args);
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  } finally {
    rmSync(script, { force: true });
  }
}
