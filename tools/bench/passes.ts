import { constants, generateKeyPairSync, privateEncrypt, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build, outputs } from '../build/project.ts';
import { addElectorate, PUBLIC_URL } from '../chaos/electorate.ts';
import { prepareApiDatabase } from '../postgres/api-database.mjs';
import { startCluster } from '../postgres/cluster.mjs';
import { Processes } from '../start/processes.ts';
import type { Figure } from './measure.ts';

const VOTERS = 4_000;
const AT_ONCE = 32;

/** Every voter of a round fetches a pass: signed-in request, one committed row, one RSA-3072 signature, its check. */
export async function benchPasses(): Promise<Figure[]> {
  await build(outputs.api, console.log);
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'commonthread-bench-passes-')),
    password: randomBytes(9).toString('hex'),
  });
  const processes = new Processes({ remember: false });
  try {
    const roles = { appPassword: 'app', rollPassword: 'roll' };
    const { ownerUrl, appUrl, rollUrl } = await prepareApiDatabase(cluster.url, roles);
    const jwtSecret = randomBytes(48).toString('base64url');
    const api = await processes.start('API', outputs.api.result, '/api/health/ready', {
      DATABASE_URL: appUrl,
      ROLL_DATABASE_URL: rollUrl,
      OWNER_DATABASE_URL: ownerUrl,
      PUBLIC_URL,
      JWT_SECRET: jwtSecret,
      SECRET_KEY: randomBytes(32).toString('base64'),
      ROLL_PEPPER: randomBytes(32).toString('base64url'),
      DEMO: '1',
    });
    const { slug, tokens } = await addElectorate(ownerUrl, VOTERS, jwtSecret);
    await fetch(`${api}/api/rounds/${slug}/issuer-keys`);

    const tookMs: number[] = [];
    const began = performance.now();
    await inParallel(tokens, async (token) => {
      const from = performance.now();
      await askForPass(`${api}/api/rounds/${slug}/pass`, token);
      tookMs.push(performance.now() - from);
    });
    const perSecond = VOTERS / ((performance.now() - began) / 1000);
    const p95 = tookMs.toSorted((a, b) => a - b)[Math.floor(VOTERS * 0.95)] ?? Number.NaN;
    const bare = bareSignaturesPerSecond();
    return [
      {
        what: `Ballot passes: ${VOTERS.toLocaleString('en-GB')} voters, ${AT_ONCE} at once, client on the same cores`,
        measured: `${perSecond.toFixed(0)} passes/s, p95 ${p95.toFixed(0)} ms`,
        target: '>= 150 passes/s',
        ratio: `${((perSecond / bare) * 100).toFixed(0)} % of ${bare.toFixed(0)} bare RSA-3072 signatures/s on one core`,
      },
    ];
  } finally {
    await processes.stopAll();
    await cluster.stop();
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

function askForPass(url: string, token: string): Promise<void> {
  const blinded = randomBytes(384);
  blinded[0] = 0;
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`a pass was answered with ${answer.statusCode}`));
      });
    })
      .once('error', reject)
      .end(JSON.stringify({ blinded: blinded.toString('base64url') }));
  });
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}

function bareSignaturesPerSecond(): number {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
  const message = Buffer.alloc(384, 1);
  const began = performance.now();
  const TIMES = 300;
  for (let n = 0; n < TIMES; n++) {
    privateEncrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, message);
  }
  return TIMES / ((performance.now() - began) / 1000);
}
